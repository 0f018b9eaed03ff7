"""PDF drafts with drawings: reference marks of the Union as vectors, and a campaign's own signs."""

from __future__ import annotations

import math
from typing import Any

from reportlab.lib.colors import HexColor

from tools.make_sample_docs import mark_kit
from tools.make_sample_docs import pdf_kit as kit
from tools.make_sample_docs.pdf_kit import text

_BOLD = "Helvetica-Bold"
_WHEEL = ("#C8553D", "#F2C14E", "#588B8B", "#2E4057", "#93B7BE", "#D5896F", "#7A9E7E", "#4F5D75")


def brochure_es() -> bytes:
    """A brochure with the Union's emblem and a conference's logo on the cover, and the Union's flag inside."""
    ink = "#0B6E4F"
    front = [
        text("Lucía Arrieta Montalvo", size=28, font=_BOLD, colour=ink),
        text("Conectar lo pequeño", size=16, colour=ink),
        text("Candidata de la República de Costalba, 2027 a 2030", after=40),
        text("Aprendí a soldar antes que a escribir a máquina. Mi padre reparaba radios de pescadores, y una radio que calla es una barca que no vuelve."),
        text("Por eso me presento: para que ninguna barca, escuela o aldea se quede sin señal."),
    ]
    back = [
        text("Tres compromisos", size=16, font=_BOLD, colour=ink),
        text("<b>Escuchar primero.</b> Una consulta regional cada año, con actas abiertas."),
        text("<b>Menos papel.</b> Documentos breves, a tiempo y en las seis lenguas."),
        text("<b>Cuentas claras.</b> Cada proyecto, con su coste y su resultado."),
        text("Hablemos: equipo@arrieta2026.example"),
    ]

    def paint(canvas: Any, number: int) -> None:
        kit.band(canvas, "#CFE8DC")
        if number == 1:
            mark_kit.paint(canvas, mark_kit.drawing("itu-emblem-flat/blue"), 420, 420, 110)
            mark_kit.paint(canvas, mark_kit.drawing("wsis-forum/logo"), 78, 190, 80)
        else:
            mark_kit.paint(canvas, mark_kit.drawing("itu-flag/flat"), 78, 330, 130)

    return kit.laid_out([front, back], title="Conectar lo pequeño", author="Mateo Quiroga", paint=paint)


def leaflet_fr() -> bytes:
    """A clean leaflet: a wheel of many colours, a compass and a blue flag, all of the campaign's own drawing."""
    ink = "#6B2D5C"
    page = [
        text("Solène Mbaki-Tournel", size=26, font=_BOLD, colour=ink),
        text("Huit chantiers, une roue", size=16, colour=ink, after=24),
        text("Candidate de la République de Sélanie. Chaque couleur de la roue est un chantier, et une roue n’avance que si aucun rayon ne manque."),
        text("La boussole est celle de mon grand-père, le pavillon celui de son bateau."),
        text("Contact : solene@mbaki2026.example"),
    ]

    def paint(canvas: Any, _number: int) -> None:
        kit.band(canvas, "#E9D8E4")
        _wheel(canvas, 160, 330, 70)
        _compass(canvas, 330, 330, 62)
        _pennant(canvas, 430, 280)

    return kit.laid_out([page], title="Huit chantiers", author="Solène Mbaki-Tournel", paint=paint)


def _wheel(canvas: Any, x: float, y: float, radius: float) -> None:
    step = 360 / len(_WHEEL)
    for number, colour in enumerate(_WHEEL):
        canvas.setFillColor(HexColor(colour))
        canvas.wedge(x - radius, y - radius, x + radius, y + radius, number * step + 2, step - 4, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#FFFFFF"))
    canvas.circle(x, y, radius * 0.45, stroke=0, fill=1)


def _compass(canvas: Any, x: float, y: float, radius: float) -> None:
    canvas.setStrokeColor(HexColor("#1F5FA8"))
    canvas.setLineWidth(3)
    canvas.circle(x, y, radius, stroke=1, fill=0)
    canvas.setFillColor(HexColor("#1F5FA8"))
    for number in range(8):
        angle, reach = math.radians(45 * number), radius * (0.85 if number % 2 == 0 else 0.5)
        path = canvas.beginPath()
        path.moveTo(x + reach * math.cos(angle), y + reach * math.sin(angle))
        for side in (0.5, -0.5):
            path.lineTo(x + 0.15 * radius * math.cos(angle + side), y + 0.15 * radius * math.sin(angle + side))
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)


def _pennant(canvas: Any, x: float, y: float) -> None:
    canvas.setFillColor(HexColor("#009EDB"))
    canvas.rect(x, y, 120, 80, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#FFFFFF"))
    canvas.circle(x + 60, y + 40, 22, stroke=0, fill=1)


DRAFTS = {"brochure-es.pdf": brochure_es, "leaflet-fr.pdf": leaflet_fr}
