"""PDF drafts."""

from __future__ import annotations

from typing import Any

from reportlab.lib.pdfencrypt import StandardEncryption

from tools.make_sample_docs import pdf_kit as kit
from tools.make_sample_docs.pdf_kit import text

_BOLD = "Helvetica-Bold"


def brochure_en() -> bytes:
    """A brochure with an office address in white on white, saved with the Union as its company."""
    ink = "#7A3B12"
    front = [
        text("Ingrid Okafor-Vale", size=28, font=_BOLD, colour=ink),
        text("A listening Secretary-General", size=16, colour=ink),
        text("Candidate of the Republic of Marevia, 2027 to 2030", after=30),
        text("I grew up above a telephone exchange. At night the relays clicked like rain, and I learned that every click was somebody calling home."),
        text("I stand because I want that call to get through from every island, every valley and every camp."),
        text("What I have done", size=14, font=_BOLD, colour=ink),
        text("Engineer, regulator, and for six years chair of Marevia's broadband fund, which connected 1,140 schools and closed its books on time."),
    ]
    back = [
        text("What I will do", size=14, font=_BOLD, colour=ink),
        text("<b>Publish the plan.</b> One page each January, one honest report each December."),
        text("<b>Meet less, decide more.</b> Agendas a week ahead, minutes the day after."),
        text("<b>Bring in the young.</b> A paid place for one engineer under thirty from each region."),
        text("Talk to me", size=14, font=_BOLD, colour=ink),
        text("team@okaforvale.example, +44 20 7946 0123"),
    ]

    def paint(canvas: Any, number: int) -> None:
        kit.band(canvas, "#F2C14E")
        if number == 2:
            kit.written(canvas, "Quick answers: ingrid.okafor-vale@itu.int", 72, 60, colour="#FFFFFF", size=10)

    data = kit.laid_out([front, back], title="Ingrid Okafor-Vale: brochure", author="Studio Larkspur", paint=paint)
    return kit.with_properties(data, {"Company": "International Telecommunication Union (ITU)"})


def programme_fr() -> bytes:
    """A programme with an office telephone in the footer of each page, exported by the Union's publishing service."""
    ink = "#6B2D5C"
    first = [
        text("Solène Mbaki-Tournel", size=26, font=_BOLD, colour=ink),
        text("Programme 2027-2030", size=16, colour=ink, after=24),
        text("Candidate de la République de Sélanie au poste de directrice du Bureau de développement des télécommunications."),
        text("Je viens d’un pays où l’on partageait un téléphone à douze familles. On y apprend la patience, et l’art d’aller à l’essentiel."),
    ]
    second = [
        text("Trois chantiers", size=16, font=_BOLD, colour=ink),
        text("<b>Relier.</b> Un fonds d’amorçage pour les réseaux communautaires, ouvert aux villages comme aux îles."),
        text("<b>Former.</b> Dix mille techniciennes en quatre ans, dans leur langue et près de chez elles."),
        text("<b>Rendre compte.</b> Chaque projet aura sa fiche publique : objectif, coût, résultat."),
    ]
    third = [
        text("Ma méthode", size=16, font=_BOLD, colour=ink),
        text("Écouter d’abord, décider ensuite, expliquer toujours. Je préfère une réunion utile à trois réunions polies."),
        text("Écrivez-moi : solene@mbaki2026.example"),
    ]

    def paint(canvas: Any, _number: int) -> None:
        kit.band(canvas, "#E9D8E4")
        kit.written(canvas, "Permanence de la candidate : +41 22 730 51 11", 72, 36)

    return kit.laid_out([first, second, third], title="Programme 2027-2030", author="Solène Mbaki-Tournel", producer="ITU - Electronic Publishing Service", paint=paint)


def form_es() -> bytes:
    """A pledge form whose button sends to the Union's site, with an address broken over two lines."""
    ink = "#0B6E4F"
    page = [
        text("Sume su apoyo", size=26, font=_BOLD, colour=ink),
        text("Lucía Arrieta Montalvo, candidata de la República de Costalba", after=20),
        text("Escriba su nombre, pulse el botón y recibirá el programa completo en su idioma."),
        text("También puede enviarlo por correo a lucia.arrieta@<br/>itu.int antes del 15 de junio."),
    ]

    def paint(canvas: Any, _number: int) -> None:
        kit.band(canvas, "#CFE8DC")
        kit.written(canvas, "Nombre y país", 78, 462)

    data = kit.laid_out([page], title="Formulario de apoyo", author="Mateo Quiroga", paint=paint)
    return kit.with_form(data, "nombre", "Enviar mi apoyo", "https://www.itu.int/es/arrieta2026/apoyo", left=78, bottom=396)


def circular_zh() -> bytes:
    """A candidate's letter laid out as a circular of the Union's bureau, with an office address."""
    font = kit.CHINESE
    page = [
        text("国际电信联盟", size=22, font=font, centre=True, after=2),
        text("电信标准化局", size=15, font=font, centre=True, after=24),
        text("日内瓦，2026年2月9日", font=font),
        text("电信标准化局第41号通函", font=font),
        text("致：各成员国主管部门", font=font),
        text("事由：本人竞选电信标准化局主任", font=font, after=18),
        text("尊敬的先生/女士：", font=font),
        text("承蒙澜海共和国政府推荐，本人谨此宣布参选，并愿就标准化工作的未来听取各位的意见。", font=font),
        text("我主张标准文本更简明，会议材料提前公布，让每一位专家都有充分时间准备。", font=font),
        text("来信请寄：lin.wanqing@itu.int", font=font),
        text("顺致敬意！", font=font),
        text("林婉清", font=font),
    ]
    return kit.laid_out([page], title="致各成员国的信", author="林婉清")


def locked_en() -> bytes:
    """A speech that only opens with a password."""
    page = [
        text("Speech for the reception of 14 April", size=18, font=_BOLD),
        text("Good evening. I will be brief, because the musicians are better than I am."),
    ]
    return kit.laid_out([page], title="Speech", author="Ingrid Okafor-Vale", lock=StandardEncryption("lighthouse", ownerPassword="lantern", strength=128))


def vision_en() -> bytes:
    """A clean vision: reform promises, strong words on the digital divide, posts held, Recommendations and Resolutions by number."""
    ink = "#28536B"
    page = [
        text("Why I am standing", size=24, font=_BOLD, colour=ink),
        text("A personal statement by Ingrid Okafor-Vale, candidate of the Republic of Marevia", after=18),
        text(
            "It is a scandal that a third of humanity is still offline. A girl who cannot send her homework is being failed by all of us, and I refuse to get used to it."
        ),
        text("From 2012 to 2019 I was a counsellor in the ITU Telecommunication Standardization Bureau. I helped editors bring Recommendation ITU-T E.800 up to date."),
        text("I was also the focal point for Resolution 70 on gender equality."),
        text("I will reform how we work. I will cut paper, shorten procedures, open the budget to every Member State, and measure results in situ, not from a desk."),
        text("To my fellow candidates: you make this a better race, and I look forward to our debates."),
        text("ingrid@okaforvale.example · www.okaforvale.example", colour=ink),
    ]

    def paint(canvas: Any, _number: int) -> None:
        kit.band(canvas, "#D9E4DD")

    return kit.laid_out([page], title="Why I am standing", author="Ingrid Okafor-Vale", paint=paint)


def biography_fr() -> bytes:
    """A clean biography: posts held at the Union, the square in Geneva as a place, another organization's telephone."""
    ink = "#6B2D5C"
    page = [
        text("Solène Mbaki-Tournel", size=24, font=_BOLD, colour=ink),
        text("Repères biographiques", size=13, colour=ink, after=18),
        text("<b>1994.</b> Diplôme d’ingénieure à Port-Sélan ; premier poste dans un central de province."),
        text("<b>2003.</b> Débat public sur la place des Nations, à Genève, avec deux cents opératrices venues raconter leur métier."),
        text("<b>2010 à 2017.</b> Cheffe de division à l’Union internationale des télécommunications, chargée des petits États insulaires."),
        text("<b>2018.</b> Ministre déléguée au numérique. Le taux d’équipement des écoles passe de 22 à 61 %."),
        text("<b>2024.</b> Membre du jury d’un prix de météorologie participative (Organisation météorologique mondiale, tél. +41 22 730 81 11)."),
        text("Elle joue de la contrebasse et lit la Recommandation UIT-R P.844 dans le train."),
        text("Contact : solene@mbaki2026.example"),
    ]

    def paint(canvas: Any, _number: int) -> None:
        kit.band(canvas, "#E9D8E4")

    return kit.laid_out([page], title="Repères biographiques", author="Solène Mbaki-Tournel", paint=paint)


DRAFTS = {
    "brochure-en.pdf": brochure_en,
    "programme-fr.pdf": programme_fr,
    "form-es.pdf": form_es,
    "circular-zh.pdf": circular_zh,
    "locked-en.pdf": locked_en,
    "vision-en.pdf": vision_en,
    "biography-fr.pdf": biography_fr,
}
