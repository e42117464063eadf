// Legal
