// Made by `languages` from the catalogues: the texts of the scripts, by language.

export const TEXTS = {
  "ar": {
    plural: (n) => (n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=0 && n%100<=2 ? 4 : 5),
    texts: {
      "%(all)s %(noun)s": [
        "%(noun)s: %(all)s"
      ],
      "%(name)s is not in the drawing; the connections stand in the list below.": [
        "%(name)s: الاسم ليس في الرسم؛ والصلات ترد في القائمة أدناه."
      ],
      "%(name)s is tied to %(num)s other. Choose a line to see what it rests on.": [
        "%(name)s: عدد الأطراف المرتبطة %(num)s. لمعرفة ما يستند إليه خط، يُختار ذلك الخط.",
        "%(name)s: عدد الأطراف المرتبطة %(num)s. لمعرفة ما يستند إليه خط، يُختار ذلك الخط.",
        "%(name)s: عدد الأطراف المرتبطة %(num)s. لمعرفة ما يستند إليه خط، يُختار ذلك الخط.",
        "%(name)s: عدد الأطراف المرتبطة %(num)s. لمعرفة ما يستند إليه خط، يُختار ذلك الخط.",
        "%(name)s: عدد الأطراف المرتبطة %(num)s. لمعرفة ما يستند إليه خط، يُختار ذلك الخط.",
        "%(name)s: عدد الأطراف المرتبطة %(num)s. لمعرفة ما يستند إليه خط، يُختار ذلك الخط."
      ],
      "%(num)s more": [
        "البقية (%(num)s)",
        "البقية (%(num)s)",
        "البقية (%(num)s)",
        "البقية (%(num)s)",
        "البقية (%(num)s)",
        "البقية (%(num)s)"
      ],
      "%(num)s page": [
        "%(num)s صفحة",
        "%(num)s صفحة",
        "صفحتان",
        "%(num)s صفحات",
        "%(num)s صفحة",
        "%(num)s صفحة"
      ],
      "%(pages)s with words that begin with “%(word)s”, which stands nowhere": [
        "«%(word)s» لا يرد في أي مكان؛ %(pages)s فيها كلمات تبدأ به"
      ],
      "%(shown)s of %(all)s %(noun)s": [
        "%(noun)s: %(shown)s من %(all)s"
      ],
      ", ": [
        "، "
      ],
      "; ": [
        "؛ "
      ],
      "All %(num)s in %(section)s": [
        "الكل في %(section)s (%(num)s)"
      ],
      "All results, and narrow them": [
        "كل النتائج، مع تضييقها"
      ],
      "Close": [
        "إغلاق"
      ],
      "Copied": [
        "نُسخ"
      ],
      "Copy": [
        "نسخة"
      ],
      "Copy %(form)s": [
        "نسخ %(form)s"
      ],
      "Copy link": [
        "نسخ الرابط"
      ],
      "Dark": [
        "داكن"
      ],
      "Forget my visits": [
        "نسيان الزيارات"
      ],
      "Light": [
        "فاتح"
      ],
      "Mark what is new": [
        "وسم الجديد"
      ],
      "Marked “new”: what was added or changed since your last visit on %(day)s.": [
        "الموسوم بـ«جديد»: ما أُضيف أو تغيّر منذ الزيارة الأخيرة في %(day)s."
      ],
      "Method and about": [
        "المنهج وعن الموقع"
      ],
      "No page carries all of these.": [
        "لا صفحة تحمل هذه كلها."
      ],
      "None of all %(all)s %(noun)s holds these words.": [
        "لا شيء من القائمة يتضمن هذه الكلمات (%(noun)s: %(all)s)."
      ],
      "Nothing found for “%(words)s”. All words must stand on one page: try fewer, or another spelling.": [
        "لم يُعثر على شيء عن «%(words)s». يجب أن ترد كل الكلمات في صفحة واحدة: يمكن تجربة كلمات أقل أو تهجئة أخرى."
      ],
      "On your next visit, what was added or changed since today is marked “new”.": [
        "في الزيارة التالية يُوسم بـ«جديد» ما أُضيف أو تغيّر منذ اليوم."
      ],
      "Only this browser keeps the day of your visit; nothing leaves it.": [
        "لا يحتفظ بيوم الزيارة إلا هذا المتصفح؛ ولا يخرج منه شيء."
      ],
      "Search": [
        "البحث"
      ],
      "Search this documentary": [
        "البحث في هذا التوثيق"
      ],
      "Selected": [
        "حُدّد"
      ],
      "Show more": [
        "إظهار المزيد"
      ],
      "Source:": [
        "المصدر:"
      ],
      "Sources:": [
        "المصادر:"
      ],
      "The drawing of everybody is open.": [
        "رسم الجميع مفتوح."
      ],
      "The list could not be loaded. Try again, or choose a part.": [
        "تعذر تحميل القائمة. يمكن المحاولة من جديد أو اختيار جزء."
      ],
      "The search index could not be loaded. Try again, or go by the sections.": [
        "تعذر تحميل فهرس البحث. يمكن المحاولة من جديد أو التنقل بالأقسام."
      ],
      "What ties %(name)s and %(other)s: %(num)s record, in the list below.": [
        "ما يصل بين %(name)s و%(other)s، في القائمة أدناه؛ عدد السجلات: %(num)s.",
        "ما يصل بين %(name)s و%(other)s، في القائمة أدناه؛ عدد السجلات: %(num)s.",
        "ما يصل بين %(name)s و%(other)s، في القائمة أدناه؛ عدد السجلات: %(num)s.",
        "ما يصل بين %(name)s و%(other)s، في القائمة أدناه؛ عدد السجلات: %(num)s.",
        "ما يصل بين %(name)s و%(other)s، في القائمة أدناه؛ عدد السجلات: %(num)s.",
        "ما يصل بين %(name)s و%(other)s، في القائمة أدناه؛ عدد السجلات: %(num)s."
      ],
      "Your visits are not remembered.": [
        "لا تُحفظ الزيارات."
      ],
      "entries": [
        "المداخل"
      ],
      "new": [
        "جديد"
      ]
    },
  },
  "de": {
    plural: (n) => (n != 1),
    texts: {
      "%(all)s %(noun)s": [
        "%(noun)s: %(all)s"
      ],
      "%(name)s is not in the drawing; the connections stand in the list below.": [
        "%(name)s steht nicht in der Zeichnung; die Verbindungen stehen in der Liste darunter."
      ],
      "%(name)s is tied to %(num)s other. Choose a line to see what it rests on.": [
        "%(name)s ist mit %(num)s Person oder Organisation verbunden. Wählen Sie eine Linie, um zu sehen, worauf sie beruht.",
        "%(name)s ist mit %(num)s Personen oder Organisationen verbunden. Wählen Sie eine Linie, um zu sehen, worauf sie beruht."
      ],
      "%(num)s more": [
        "noch %(num)s",
        "noch %(num)s"
      ],
      "%(num)s page": [
        "%(num)s Seite",
        "%(num)s Seiten"
      ],
      "%(pages)s with words that begin with “%(word)s”, which stands nowhere": [
        "%(pages)s mit Wörtern, die mit „%(word)s“ beginnen; das Wort selbst steht nirgends"
      ],
      "%(shown)s of %(all)s %(noun)s": [
        "%(noun)s: %(shown)s von %(all)s"
      ],
      ", ": [
        ", "
      ],
      "; ": [
        "; "
      ],
      "All %(num)s in %(section)s": [
        "Alle %(num)s unter %(section)s"
      ],
      "All results, and narrow them": [
        "Alle Ergebnisse, auch zum Eingrenzen"
      ],
      "Close": [
        "Schließen"
      ],
      "Copied": [
        "Kopiert"
      ],
      "Copy": [
        "Kopie"
      ],
      "Copy %(form)s": [
        "%(form)s kopieren"
      ],
      "Copy link": [
        "Link kopieren"
      ],
      "Dark": [
        "Dunkel"
      ],
      "Forget my visits": [
        "Meine Besuche vergessen"
      ],
      "Light": [
        "Hell"
      ],
      "Mark what is new": [
        "Neues markieren"
      ],
      "Marked “new”: what was added or changed since your last visit on %(day)s.": [
        "Mit „neu“ markiert: was seit Ihrem letzten Besuch am %(day)s hinzugefügt oder geändert wurde."
      ],
      "Method and about": [
        "Methode und Erläuterungen"
      ],
      "No page carries all of these.": [
        "Auf keiner Seite trifft all dies zu."
      ],
      "None of all %(all)s %(noun)s holds these words.": [
        "Nirgends stehen diese Wörter (%(noun)s insgesamt: %(all)s)."
      ],
      "Nothing found for “%(words)s”. All words must stand on one page: try fewer, or another spelling.": [
        "Nichts gefunden für „%(words)s“. Alle Wörter müssen auf einer Seite stehen: Versuchen Sie es mit weniger Wörtern oder einer anderen Schreibweise."
      ],
      "On your next visit, what was added or changed since today is marked “new”.": [
        "Bei Ihrem nächsten Besuch wird mit „neu“ markiert, was seit heute hinzugefügt oder geändert wurde."
      ],
      "Only this browser keeps the day of your visit; nothing leaves it.": [
        "Nur dieser Browser speichert den Tag Ihres Besuchs; nichts verlässt ihn."
      ],
      "Search": [
        "Suche"
      ],
      "Search this documentary": [
        "Diese Dokumentation durchsuchen"
      ],
      "Selected": [
        "Markiert"
      ],
      "Show more": [
        "Mehr zeigen"
      ],
      "Source:": [
        "Quelle:"
      ],
      "Sources:": [
        "Quellen:"
      ],
      "The drawing of everybody is open.": [
        "Die Zeichnung aller ist geöffnet."
      ],
      "The list could not be loaded. Try again, or choose a part.": [
        "Die Liste konnte nicht geladen werden. Versuchen Sie es noch einmal oder wählen Sie einen Teil."
      ],
      "The search index could not be loaded. Try again, or go by the sections.": [
        "Das Suchverzeichnis konnte nicht geladen werden. Versuchen Sie es noch einmal oder gehen Sie über die Rubriken."
      ],
      "What ties %(name)s and %(other)s: %(num)s record, in the list below.": [
        "Was %(name)s und %(other)s verbindet: %(num)s Datensatz, in der Liste darunter.",
        "Was %(name)s und %(other)s verbindet: %(num)s Datensätze, in der Liste darunter."
      ],
      "Your visits are not remembered.": [
        "Ihre Besuche werden nicht gespeichert."
      ],
      "entries": [
        "Einträge"
      ],
      "new": [
        "neu"
      ]
    },
  },
  "es": {
    plural: (n) => (n != 1),
    texts: {
      "%(all)s %(noun)s": [
        "%(all)s %(noun)s"
      ],
      "%(name)s is not in the drawing; the connections stand in the list below.": [
        "%(name)s no está en el dibujo; los vínculos figuran en la lista de abajo."
      ],
      "%(name)s is tied to %(num)s other. Choose a line to see what it rests on.": [
        "%(name)s tiene vínculos con %(num)s persona u organización. Elija una línea para ver en qué se apoya.",
        "%(name)s tiene vínculos con %(num)s personas u organizaciones. Elija una línea para ver en qué se apoya."
      ],
      "%(num)s more": [
        "%(num)s más",
        "%(num)s más"
      ],
      "%(num)s page": [
        "%(num)s página",
        "%(num)s páginas"
      ],
      "%(pages)s with words that begin with “%(word)s”, which stands nowhere": [
        "%(pages)s con palabras que empiezan por «%(word)s»; como palabra entera no figura en ningún lugar"
      ],
      "%(shown)s of %(all)s %(noun)s": [
        "%(shown)s de %(all)s %(noun)s"
      ],
      ", ": [
        ", "
      ],
      "; ": [
        "; "
      ],
      "All %(num)s in %(section)s": [
        "Los %(num)s resultados en «%(section)s»"
      ],
      "All results, and narrow them": [
        "Todos los resultados, y acotarlos"
      ],
      "Close": [
        "Cerrar"
      ],
      "Copied": [
        "Copiado"
      ],
      "Copy": [
        "Copia"
      ],
      "Copy %(form)s": [
        "Copiar: %(form)s"
      ],
      "Copy link": [
        "Copiar enlace"
      ],
      "Dark": [
        "Oscuro"
      ],
      "Forget my visits": [
        "Olvidar mis visitas"
      ],
      "Light": [
        "Claro"
      ],
      "Mark what is new": [
        "Marcar las novedades"
      ],
      "Marked “new”: what was added or changed since your last visit on %(day)s.": [
        "Con la marca «novedad»: lo que se incorporó o modificó desde su última visita, el %(day)s."
      ],
      "Method and about": [
        "Método e información del sitio"
      ],
      "No page carries all of these.": [
        "Ninguna página reúne todo esto."
      ],
      "None of all %(all)s %(noun)s holds these words.": [
        "Ningún resultado con estas palabras (%(all)s %(noun)s en total)."
      ],
      "Nothing found for “%(words)s”. All words must stand on one page: try fewer, or another spelling.": [
        "No se encontró nada para «%(words)s». Todas las palabras deben figurar en una misma página: pruebe con menos palabras o con otra grafía."
      ],
      "On your next visit, what was added or changed since today is marked “new”.": [
        "En su próxima visita, lo que se haya incorporado o modificado desde hoy llevará la marca «novedad»."
      ],
      "Only this browser keeps the day of your visit; nothing leaves it.": [
        "Solo este navegador guarda el día de su visita; nada sale de él."
      ],
      "Search": [
        "Buscar"
      ],
      "Search this documentary": [
        "Buscar en este documental"
      ],
      "Selected": [
        "Seleccionado"
      ],
      "Show more": [
        "Mostrar más"
      ],
      "Source:": [
        "Fuente:"
      ],
      "Sources:": [
        "Fuentes:"
      ],
      "The drawing of everybody is open.": [
        "El dibujo de todo el conjunto está abierto."
      ],
      "The list could not be loaded. Try again, or choose a part.": [
        "No se pudo cargar la lista. Inténtelo de nuevo o elija una parte."
      ],
      "The search index could not be loaded. Try again, or go by the sections.": [
        "No se pudo cargar el índice de búsqueda. Inténtelo de nuevo o siga por las secciones."
      ],
      "What ties %(name)s and %(other)s: %(num)s record, in the list below.": [
        "Lo que vincula a %(name)s con %(other)s: %(num)s registro, en la lista de abajo.",
        "Lo que vincula a %(name)s con %(other)s: %(num)s registros, en la lista de abajo."
      ],
      "Your visits are not remembered.": [
        "Sus visitas no se recuerdan."
      ],
      "entries": [
        "entradas"
      ],
      "new": [
        "novedad"
      ]
    },
  },
  "fa": {
    plural: (n) => (n > 1),
    texts: {
      "%(all)s %(noun)s": [
        "%(all)s %(noun)s"
      ],
      "%(name)s is not in the drawing; the connections stand in the list below.": [
        "%(name)s در نگاره نیست؛ پیوندهایش در فهرست زیر آمده است."
      ],
      "%(name)s is tied to %(num)s other. Choose a line to see what it rests on.": [
        "%(name)s با %(num)s نام دیگر پیوند دارد. خطی را برگزینید تا ببینید بر چه استوار است.",
        "%(name)s با %(num)s نام دیگر پیوند دارد. خطی را برگزینید تا ببینید بر چه استوار است."
      ],
      "%(num)s more": [
        "%(num)s مورد دیگر",
        "%(num)s مورد دیگر"
      ],
      "%(num)s page": [
        "%(num)s صفحه",
        "%(num)s صفحه"
      ],
      "%(pages)s with words that begin with “%(word)s”, which stands nowhere": [
        "%(pages)s با واژه‌هایی که با «%(word)s» آغاز می‌شوند؛ خود آن در هیچ جا نیست"
      ],
      "%(shown)s of %(all)s %(noun)s": [
        "%(shown)s از %(all)s %(noun)s"
      ],
      ", ": [
        "، "
      ],
      "; ": [
        "؛ "
      ],
      "All %(num)s in %(section)s": [
        "همهٔ %(num)s مورد در %(section)s"
      ],
      "All results, and narrow them": [
        "همهٔ نتیجه‌ها، و محدود کردن آن‌ها"
      ],
      "Close": [
        "بستن"
      ],
      "Copied": [
        "رونوشت شد"
      ],
      "Copy": [
        "نسخه"
      ],
      "Copy %(form)s": [
        "رونوشت %(form)s"
      ],
      "Copy link": [
        "رونوشت پیوند"
      ],
      "Dark": [
        "تیره"
      ],
      "Forget my visits": [
        "فراموش کردن بازدیدهای من"
      ],
      "Light": [
        "روشن"
      ],
      "Mark what is new": [
        "نشان دادن تازه‌ها"
      ],
      "Marked “new”: what was added or changed since your last visit on %(day)s.": [
        "نشان‌دار با «تازه»: آنچه پس از آخرین بازدید شما در %(day)s افزوده شده یا تغییر کرده است."
      ],
      "Method and about": [
        "روش و درباره"
      ],
      "No page carries all of these.": [
        "هیچ صفحه‌ای همهٔ این‌ها را ندارد."
      ],
      "None of all %(all)s %(noun)s holds these words.": [
        "هیچ‌یک از %(all)s %(noun)s این واژه‌ها را ندارد."
      ],
      "Nothing found for “%(words)s”. All words must stand on one page: try fewer, or another spelling.": [
        "برای «%(words)s» چیزی یافت نشد. همهٔ واژه‌ها باید در یک صفحه باشند: کمتر بنویسید یا نگارشی دیگر را بیازمایید."
      ],
      "On your next visit, what was added or changed since today is marked “new”.": [
        "در بازدید بعدی، آنچه از امروز به بعد افزوده شود یا تغییر کند با «تازه» نشان‌دار می‌شود."
      ],
      "Only this browser keeps the day of your visit; nothing leaves it.": [
        "روز بازدید شما را تنها همین مرورگر نگه می‌دارد؛ چیزی از آن بیرون نمی‌رود."
      ],
      "Search": [
        "جست‌وجو"
      ],
      "Search this documentary": [
        "جست‌وجو در این مستند"
      ],
      "Selected": [
        "برگزیده شد"
      ],
      "Show more": [
        "نمایش بیشتر"
      ],
      "Source:": [
        "منبع:"
      ],
      "Sources:": [
        "منابع:"
      ],
      "The drawing of everybody is open.": [
        "نمودار همگان باز است."
      ],
      "The list could not be loaded. Try again, or choose a part.": [
        "فهرست بار نشد. دوباره بکوشید یا بخشی را برگزینید."
      ],
      "The search index could not be loaded. Try again, or go by the sections.": [
        "نمایهٔ جست‌وجو بار نشد. دوباره بکوشید، یا از راه بخش‌ها بروید."
      ],
      "What ties %(name)s and %(other)s: %(num)s record, in the list below.": [
        "آنچه %(name)s و %(other)s را به هم پیوند می‌دهد: %(num)s پرونده، در فهرست زیر.",
        "آنچه %(name)s و %(other)s را به هم پیوند می‌دهد: %(num)s پرونده، در فهرست زیر."
      ],
      "Your visits are not remembered.": [
        "بازدیدهای شما به یاد سپرده نمی‌شود."
      ],
      "entries": [
        "مدخل"
      ],
      "new": [
        "تازه"
      ]
    },
  },
  "fr": {
    plural: (n) => (n > 1),
    texts: {
      "%(all)s %(noun)s": [
        "%(all)s %(noun)s"
      ],
      "%(name)s is not in the drawing; the connections stand in the list below.": [
        "%(name)s ne figure pas dans le dessin ; les liens se trouvent dans la liste ci-dessous."
      ],
      "%(name)s is tied to %(num)s other. Choose a line to see what it rests on.": [
        "%(name)s : en lien avec %(num)s autre. Choisir une ligne pour voir sur quoi elle repose.",
        "%(name)s : en lien avec %(num)s autres. Choisir une ligne pour voir sur quoi elle repose."
      ],
      "%(num)s more": [
        "%(num)s autre",
        "%(num)s autres"
      ],
      "%(num)s page": [
        "%(num)s page",
        "%(num)s pages"
      ],
      "%(pages)s with words that begin with “%(word)s”, which stands nowhere": [
        "« %(word)s » ne figure nulle part ; %(pages)s avec des mots qui commencent ainsi"
      ],
      "%(shown)s of %(all)s %(noun)s": [
        "%(shown)s sur %(all)s %(noun)s"
      ],
      ", ": [
        ", "
      ],
      "; ": [
        " ; "
      ],
      "All %(num)s in %(section)s": [
        "%(section)s : tout afficher (%(num)s)"
      ],
      "All results, and narrow them": [
        "Tous les résultats, pour les affiner"
      ],
      "Close": [
        "Fermer"
      ],
      "Copied": [
        "Copié"
      ],
      "Copy": [
        "Copie"
      ],
      "Copy %(form)s": [
        "Copier %(form)s"
      ],
      "Copy link": [
        "Copier le lien"
      ],
      "Dark": [
        "Sombre"
      ],
      "Forget my visits": [
        "Oublier mes visites"
      ],
      "Light": [
        "Clair"
      ],
      "Mark what is new": [
        "Marquer ce qui est nouveau"
      ],
      "Marked “new”: what was added or changed since your last visit on %(day)s.": [
        "Marqué « nouveau » : ce qui a été ajouté ou changé depuis votre dernière visite, le %(day)s."
      ],
      "Method and about": [
        "Méthode et présentation"
      ],
      "No page carries all of these.": [
        "Aucune page ne les réunit tous."
      ],
      "None of all %(all)s %(noun)s holds these words.": [
        "Sur l’ensemble (%(all)s %(noun)s), rien ne contient ces mots."
      ],
      "Nothing found for “%(words)s”. All words must stand on one page: try fewer, or another spelling.": [
        "Rien n’a été trouvé pour « %(words)s ». Tous les mots doivent figurer sur une même page : essayez avec moins de mots, ou une autre graphie."
      ],
      "On your next visit, what was added or changed since today is marked “new”.": [
        "À votre prochaine visite, ce qui aura été ajouté ou changé depuis aujourd’hui sera marqué « nouveau »."
      ],
      "Only this browser keeps the day of your visit; nothing leaves it.": [
        "Seul ce navigateur conserve le jour de votre visite ; rien n’en sort."
      ],
      "Search": [
        "Recherche"
      ],
      "Search this documentary": [
        "Rechercher dans ce documentaire"
      ],
      "Selected": [
        "Sélectionné"
      ],
      "Show more": [
        "Afficher plus"
      ],
      "Source:": [
        "Source :"
      ],
      "Sources:": [
        "Sources :"
      ],
      "The drawing of everybody is open.": [
        "Le dessin de tous les noms est ouvert."
      ],
      "The list could not be loaded. Try again, or choose a part.": [
        "La liste n’a pas pu être chargée. Réessayez, ou choisissez une partie."
      ],
      "The search index could not be loaded. Try again, or go by the sections.": [
        "L’index de recherche n’a pas pu être chargé. Réessayez, ou passez par les rubriques."
      ],
      "What ties %(name)s and %(other)s: %(num)s record, in the list below.": [
        "Ce qui lie %(name)s et %(other)s : %(num)s fiche, dans la liste ci-dessous.",
        "Ce qui lie %(name)s et %(other)s : %(num)s fiches, dans la liste ci-dessous."
      ],
      "Your visits are not remembered.": [
        "Vos visites ne sont pas retenues."
      ],
      "entries": [
        "entrées"
      ],
      "new": [
        "nouveau"
      ]
    },
  },
};
