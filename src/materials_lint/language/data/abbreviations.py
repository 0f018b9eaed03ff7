"""Abbreviations whose full stop ends no sentence, folded."""

ABBREVIATIONS = frozenset(
    "tel no nos nr rec res dr mr mrs ms prof st ext art para paras vol ed eds p pp cf fig ref rev doc etc vs ex approx dept e mob fax ca al ibid op cit "
    "num pag pags sr sra srta dra ee uu av env chap mme mlle mgr resp adr cour "
    "тел см стр с г гг ул д рис рез рек п пп ст т ср напр моб доб им акад проф эл".replace("\n", " ").split()
)
