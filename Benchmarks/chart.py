"""Draws how the cost of each program grows with the number of profiles: both axes logarithmic, so that what is linear is straight."""
import math
import xml.etree.ElementTree as xml

WIDTH, HEIGHT, MARGIN, LEGEND = 760, 420, 56, 190
COLOURS = {
    "floor": "#767676", "edict build": "#0b5c66", "edict build, nothing changed": "#5aa0a8", "edict check": "#8a2d6f",
    "hugo": "#c25400",
}  # fmt: skip


def write(results, file):
    """`results`: size → program → {"seconds": …}."""
    sizes = sorted(results)
    lines = {name: [(size, results[size][name]["seconds"]) for size in sizes] for name in COLOURS if name in results[sizes[0]]}
    seconds = [value for line in lines.values() for _, value in line]
    right, bottom = WIDTH - LEGEND, HEIGHT - MARGIN
    x = scale(sizes[0], sizes[-1], MARGIN, right)
    y = scale(10 ** math.floor(math.log10(min(seconds))), 10 ** math.ceil(math.log10(max(seconds))), bottom, MARGIN / 2)

    svg = xml.Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img")
    xml.SubElement(svg, "title").text = "Seconds of a build by the number of profiles"
    xml.SubElement(svg, "rect", width=str(WIDTH), height=str(HEIGHT), fill="#fff")

    def text(content, left, top, **attributes):
        element = xml.SubElement(svg, "text", x=f"{left:.1f}", y=f"{top:.1f}", fill="#333", **attributes)
        element.set("font-family", "sans-serif")
        element.set("font-size", "13")
        element.text = content

    def rule(x1, y1, x2, y2):
        ends = {"x1": x1, "y1": y1, "x2": x2, "y2": y2}
        xml.SubElement(svg, "line", {name: f"{value:.1f}" for name, value in ends.items()}, stroke="#ddd")

    for size in sizes:
        rule(x(size), MARGIN / 2, x(size), bottom)
        text(f"{size:,}", x(size), bottom + 20, **{"text-anchor": "middle"})
    for power in range(math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds))) + 1):
        rule(MARGIN, y(10**power), right, y(10**power))
        text(f"{10**power:g} s", MARGIN - 8, y(10**power) + 4, **{"text-anchor": "end"})
    text("profiles", (MARGIN + right) / 2, HEIGHT - 12, **{"text-anchor": "middle"})
    tops = spread([y(line[-1][1]) for line in lines.values()])
    for (name, line), top in zip(lines.items(), tops):
        points = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in line)
        curve = xml.SubElement(svg, "polyline", points=points, fill="none", stroke=COLOURS[name])
        curve.set("stroke-width", "2.5")
        for size, value in line:
            xml.SubElement(svg, "circle", cx=f"{x(size):.1f}", cy=f"{y(value):.1f}", r="3.5", fill=COLOURS[name])
        text(name, right + 12, top + 4)
    xml.indent(svg)
    xml.ElementTree(svg).write(file, encoding="unicode")


def scale(least, most, start, end):
    """From a value to its place on a logarithmic axis."""
    span = math.log10(most / least) or 1
    return lambda value: start + (end - start) * math.log10(value / least) / span


def spread(places, gap=16):
    """The places, moved apart as far as their labels need."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    result, last = list(places), -math.inf
    for index in order:
        result[index] = last = max(places[index], last + gap)
    return result
