"""Words that almost only one of the three Latin-script languages has, as they are written (accents kept)."""

_words = str.split

ENGLISH = frozenset(
    _words(
        """
        the of and to is are was were be been for with this that these those have has had will would shall should can from by on at it its we our you
        your i my me not no but or if which who whom their they them there here what when where how all any each more most other into than then as an
        do does did please about only also because while write contact see vote support candidate campaign election mail reply call meeting available
        under between after before during
        """
    )
)
FRENCH = frozenset(
    _words(
        """
        le les des du et est sont était dans pour avec ce cette ces cet qui que où au aux une sur pas plus nous vous notre votre nos vos je j il elle
        ils elles mon ma mes son sa ses leur leurs ne n d l c s qu être avoir ont avez avons par ou mais donc si comme à entre chez sans sous merci
        veuillez candidature campagne voix soutien écrire adresse courriel télécommunications numérique équipe aussi très tout tous toute toutes fait
        même après avant pendant jusqu afin ainsi
        """
    )
)
SPANISH = frozenset(
    _words(
        """
        el los las y es son era del al en para con este esta estos estas que quien quienes donde una unos unas por no más nos nuestro nuestra su sus
        mi mis yo él ella ellos se lo le les ha han hemos está están ser o u pero si como entre sin sobre muy todo todos toda todas también después
        antes durante hasta gracias favor candidatura campaña voto apoyo escribir dirección correo telecomunicaciones equipo hay fue puede pueden cada
        otro otra desde hacia según ya mientras
        """
    )
)
