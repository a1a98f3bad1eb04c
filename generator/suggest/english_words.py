"""English: words around names and speakers, and words that carry no matter."""

from __future__ import annotations

from generator.suggest.language import Names, Sayings, word_set

NUMBERED = word_set("no nos p pp art vol")
ABBREVIATIONS = NUMBERED | word_set(
    "mr mrs ms dr prof sr jr st gen maj lt col brig capt cpl sgt adm cmdr rev hon sen rep gov pres amb insp"
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun vs etc"
    " e.g i.e approx dept inc ltd co corp a.m p.m"
)

FUNCTION_WORDS = word_set(
    "a an the this that these those and or but nor so yet if when while as than then because since until"
    " before after although though of in on at by for from to into onto over under with without within about"
    " against between among through during across towards toward upon near off out up down is are was were"
    " be been being am has have had having do does did will would shall should can could may might must not"
    " no it its he him his she her hers they them their theirs we us our you your i me my who whom whose"
    " which what where why how there here also only just even still very more most some any all both each"
    " other such own same too again ever never now later earlier ago said says told that's one been"
)

OPENERS = FUNCTION_WORDS | word_set(
    "yesterday today tomorrow meanwhile however moreover further furthermore finally instead indeed perhaps"
    " according asked among despite unlike like once every everyone everybody somebody someone nobody"
    " nothing none neither either many few several most much little less another first second third last"
    " next former two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
    " hundreds thousands dozens millions please yes thanks thank true old late early whatever whether"
    " whoever nevertheless nonetheless otherwise rather soon sometimes somewhere thus therefore together"
    " well witnesses officials reporters police residents sources people those question answer q photo"
    " picture image correction editor's read put let make take see look asking given following speaking"
    " standing around asked responding regarding within beyond below above behind beside besides along it's"
    " he's she's i'm i've i'd i'll we've we'll we're they're there's what's let's don't"
)

TITLES = word_set(
    "president minister premier chancellor king queen prince princess emperor pope bishop archbishop"
    " cardinal sheikh sheik imam ayatollah rabbi father sister brother mr mrs ms miss dr prof professor sir"
    " lord lady dame general gen maj lt col colonel major brig brigadier captain capt commander cmdr"
    " lieutenant admiral adm sergeant sgt corporal private marshal inspector constable detective"
    " superintendent chief secretary senator sen representative rep congressman congresswoman governor gov"
    " mayor ambassador judge justice chairman chairwoman chair director engineer councillor alderman mp"
    " baroness baron count duke duchess spokesman spokeswoman spokesperson leader warden harbourmaster"
    " master rev reverend hon honourable honorable mme madame mlle monsieur herr frau"
    " señor señora signor signora hajji hajj mullah deacon abbot pastor"
)

NAMES = Names(
    articles=word_set("the a an"),
    pronouns=word_set("i i'm i've i'd i'll i’m i’ve i’d i’ll"),
    of="of",
    also_names=word_set("jan mar apr may jun april june august sun sat mon wed"),
    openers=OPENERS,
    titles=TITLES,
    weak_titles=word_set(
        "prime vice deputy former acting foreign interior defence defense finance supreme grand high first"
        " attorney then assistant senior junior"
    ),
    joiners=word_set(
        "of al el bin ibn bint ben de da di do dos das del della van von der den la le y ter du"
    ),
    organization_words=word_set(
        "ministry office department agency party force forces army navy guard guards corps university"
        " college school institute times news post journal gazette courier herald tribune observer guardian"
        " telegraph radio television tv press committee commission council bank group company corporation"
        " union league federation association society hospital court parliament senate congress assembly"
        " government board authority administration police service services bureau directorate command"
        " brigade brigades movement front organization organisation foundation trust fund inquiry"
        " secretariat club church laboratory works line lines wire shipping station network review magazine"
        " weekly daily"
    ),
    place_words=word_set(
        "river street avenue road square province region county district city town village island islands"
        " bay lake mount mountain mountains valley bridge airport harbour harbor port base camp peninsula"
        " sea ocean strait gulf coast canal desert park quay pass hill hills forest hotel museum theatre"
        " theater library palace castle tower prison republic kingdom states"
    ),
    body_joiners=word_set("on for"),
    saints=word_set("st saint"),
    styles=word_set("grace majesty excellency highness honour honor eminence holiness lordship ladyship"),
    fields=word_set(
        "affairs resources defence defense finance interior justice health education agriculture transport"
        " transportation energy labour labor trade commerce industry works culture sport tourism planning"
        " security development environment housing information intelligence state staff"
    ),
    possessive_parts=word_set("people women men children workers farmers students veterans"),
    place_prepositions=word_set("in at near from to into around outside inside across towards toward"),
    demonym_ends=("ian", "ians", "ean", "eans", "ish", "ese", "ican", "icans", "eli", "elis", "qi", "qis"),
    demonyms=word_set(
        "french german germans dutch swiss greek greeks turk turks arab arabs kurd kurds jew jews jewish"
        " muslim muslims christian christians catholic catholics protestant protestants sunni sunnis shia"
        " shiite shiites hindu hindus buddhist west east north south western eastern northern southern"
        " african africans saudi saudis yemeni omani kuwaiti pakistani bengali somali nepali norse czech"
        " thai icelander dane danes swede swedes finn finns pole poles scot scots welsh briton britons"
        " spaniard basque basques catalan breton flemish arabic hebrew republican republicans democrat"
        " democrats conservative liberal labour"
        " communist marxist zionist zionists islamist god state internet covid christmas easter lent"
        " ramadan eid nowruz"
        " passover hanukkah diwali"
    ),
    derived_ends=("n", "an", "ian", "ish", "ese", "i", "ns", "ans", "ians", "is"),
    ordinal=r"\d+(?:st|nd|rd|th)",
)

_STANCES = {
    "asserts": (
        "say says said tell tells told state states stated claim claims claimed assert asserts asserted"
        " insist insists insisted add adds added explain explains explained write writes wrote written report"
        " reports reported announce announces announced argue argues argued declare declares declared note"
        " notes noted remark remarks remarked reply replies replied answer answers answered respond responds"
        " responded warn warns warned conclude concludes concluded recall recalls recalled testify testifies"
        " testified suggest suggests suggested describe describes described tweet tweeted shout shouted"
        " continue continued allege alleges alleged maintain maintains maintained repeat repeated observe"
        " observed estimate estimates estimated indicate indicates indicated call calls called speak speaks"
        " spoke assure assures assured promise promises promised vow vows vowed"
    ),
    "confirms": "confirm confirms confirmed acknowledge acknowledges acknowledged",
    "admits": "admit admits admitted concede concedes conceded",
    "denies": "deny denies denied reject rejects rejected dismiss dismisses dismissed",
    "doubts": "doubt doubts doubted question questions questioned",
}

_DETERMINERS = word_set("the a an my our his her their its")

SAYINGS = Sayings(
    verbs={verb: stance for stance, verbs in _STANCES.items() for verb in verbs.split()},
    according_to=("according to", "in the words of"),
    as_saying=("as saying", "as having said", "as telling"),
    citing=word_set("cite cites cited citing quote quotes quoted quoting"),
    also_nouns=word_set(
        "report reports call calls claim claims note notes state states remark remarks answer answers"
        " question"
        " questions estimate estimates promise promises doubt doubts vow vows repeat repeats"
    ),
    joined_by=word_set("and but"),
    that=word_set("that"),
    skipped=word_set(
        "also then later still now has had have since again already once never recently only even just"
        " always often chillingly reportedly publicly repeatedly previously however though himself herself"
    ),
    articles=_DETERMINERS | word_set("one two three several some many another"),
    determiners=_DETERMINERS,
    inner=word_set("other own same such most"),
    passive=word_set("is was are were"),
    definite=word_set("the"),
    people=word_set(
        "source sources official officials officer officers spokesman spokeswoman spokesperson spokespeople"
        " diplomat diplomats witness witnesses aide aides adviser advisers advisor advisors lawyer lawyers"
        " analyst analysts expert experts resident residents neighbour neighbours neighbor neighbors clerk"
        " employee employees worker workers soldier soldiers commander commanders minister ministers insider"
        " insiders people person persons man woman men women doctor doctors nurse nurses engineer engineers"
        " sailor sailors fisherman fishermen member members investigator investigators prosecutor"
        " prosecutors ministry office police army government agency report memo statement letter document"
        " paper magazine newspaper company court committee union hospital council commission writers writer"
        " guard guards driver drivers radio television broadcaster station channel website media friend"
        " friends historian historians student students teacher teachers keeper"
    ),
    singular_pronouns=word_set("he she"),
    he_or_she=dict.fromkeys(word_set("he mr sir lord king prince father brother baron duke chairman"), "he")
    | dict.fromkeys(word_set("she mrs ms miss dame lady queen princess sister baroness duchess"), "she"),
    plural_pronouns=word_set("they we i it you who"),
    relative=word_set("who which whose whom"),
    prepositions=word_set("of at for from in with near to by about on"),
    complements=word_set("close familiar"),
    negating=word_set("not to never would could cannot"),
    after_verb=word_set("reporters on in at to yesterday last this late after during later when through")
    | {""},
    without_that=word_set("said says claimed claims reported reports"),
)
