//! The table of messages.

use super::Lang;

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident: $ru:literal, $zh:literal, $en:literal;)*) => {
        /// Something that the interface says. The order of the columns is ru, zh, en.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the English column says what each one is")]
        pub enum Msg { $($(#[$doc])* $name,)* }

        impl Msg {
            /// All of them.
            #[cfg(test)]
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// In a language.
            pub fn text(self, lang: Lang) -> &'static str {
                // A text for each language with a line for each message: a table of their places
                // would be a third as long as they are, and does not compress.
                let lines = match lang {
                    Lang::Ru => concat!($($ru, "\n"),*),
                    Lang::Zh => concat!($($zh, "\n"),*),
                    Lang::En => concat!($($en, "\n"),*),
                };
                lines.split('\n').nth(self as usize).unwrap_or_default()
            }
        }
    };
}

messages! {
    SearchLabel: "Поиск по экспозиции", "搜索展区", "Search the exhibition";
    SearchPlaceholder: "Стенд, участник, продукция", "展位、参展商、展品", "Stand, exhibitor, product";
    ClearSearch: "Очистить поиск", "清除搜索", "Clear search";
    RecentSearches: "Недавние запросы", "最近搜索", "Recent searches";
    ForgetSearches: "Очистить недавние запросы", "清除最近搜索", "Clear recent searches";
    SearchesForgotten: "Недавние запросы удалены", "最近搜索已清除", "Recent searches cleared";
    NearestIs: "Возможно, вы искали:", "您是不是要找：", "Did you mean:";
    Counted: "{}: {}", "{}：{}", "{}: {}";
    Places: "Сервисы и входы", "服务设施与出入口", "Services and doors";
    NearStand: "рядом со стендом {}", "{}号展位附近", "near stand {}";
    FoundName: "Название", "名称", "Name";
    FoundTag: "Ключевые слова", "关键词", "Keywords";
    FoundDescription: "Описание", "简介", "Description";
    Stands: "Стенды", "展位", "Stands";
    AllStands: "Показаны все стенды", "已显示全部展位", "All stands are shown";
    NothingFound: "Ничего не найдено", "未找到结果", "Nothing found";
    NothingFoundHint: "Проверьте написание или сбросьте фильтры.", "请检查拼写或重置筛选条件。", "Check the spelling or reset the filters.";
    SortBest: "По порядку", "默认顺序", "Default order";
    SortName: "По названию", "按名称排序", "By name";
    SortNumber: "По номеру", "按展位号排序", "By number";
    SortNear: "Ближе к стенду {}", "离{}号展位最近", "Nearest to stand {}";
    SessionAt: "С мероприятием {}", "{}有活动", "With a session {}";
    Moment: "Время", "时间", "Time";
    Now: "сейчас", "现在", "now";
    StatusPast: "завершено", "已结束", "ended";
    StatusNow: "идёт", "进行中", "on now";
    StatusStarted: "началось", "已开始", "started";
    StatusNext: "следующее", "即将开始", "next";
    StatusToday: "в этот день", "当天", "on this day";
    NothingOn: "На это время ничего не назначено.", "此时段没有安排活动。", "Nothing is scheduled at this time.";
    /// After that.
    NextIs: " Далее: {}", "接下来：{}", " Next: {}";
    ResetFilters: "Сбросить", "重置", "Reset";
    Legend: "Категории", "类别", "Categories";
    ToPlan: "Перейти к плану", "跳到平面图", "Skip to the plan";
    Plan: "План экспозиции", "展区平面图", "Floor plan";
    /// Rows for the list of keys, too: they end with a semicolon, their first column with a colon.
    PlanHelp: "Стрелки: соседний стенд; Home, End: первый, последний стенд; Enter: подробнее; Esc: на шаг назад; +, −: масштаб; 0: весь план; ?: список клавиш", "方向键：相邻展位；Home、End：首个、末个展位；回车键：查看详情；Esc：返回上一步；+、−：缩放；0：显示全图；?：快捷键", "Arrow keys: next stand; Home, End: first, last stand; Enter: details; Esc: one step back; +, −: zoom; 0: whole plan; ?: list of keys";
    ZoomIn: "Приблизить", "放大", "Zoom in";
    ZoomOut: "Отдалить", "缩小", "Zoom out";
    ShowAll: "Весь план", "显示全图", "Whole plan";
    Language: "Язык", "语言", "Language";
    Close: "Закрыть", "关闭", "Close";
    MoreRows: "Показать ещё", "显示更多", "Show more";
    BackToList: "К списку", "返回列表", "Back to list";
    HidePanel: "Скрыть панель", "收起面板", "Hide panel";
    ShowPanel: "Показать список", "显示列表", "Show list";
    SheetHandle: "Изменить высоту панели", "调整面板高度", "Resize panel";
    StandNo: "Стенд {}", "{}号展位", "Stand {}";
    StandOpened: "Открыт стенд {}: {}", "已打开{}号展位：{}", "Stand {} opened: {}";
    Bookmark: "Избранное", "收藏", "Favourite";
    Visited: "Посещено", "已参观", "Visited";
    BookmarkOn: "Добавлено. В моём списке: {}", "已加入。我的列表：{}", "Added. In my list: {}";
    MarkOff: "Отметка снята. В моём списке: {}", "已取消标记。我的列表：{}", "Mark removed. In my list: {}";
    MyList: "Мой список: {}", "我的列表：{}", "My list: {}";
    ShareLink: "Поделиться ссылкой", "分享链接", "Share link";
    Calendar: "В календарь (.ics)", "加入日历 (.ics)", "To calendar (.ics)";
    ContactCards: "Контакты (.vcf)", "联系人 (.vcf)", "Contacts (.vcf)";
    ByTheme: "По темам", "按主题", "By theme";
    NoTheme: "Без темы", "未设主题", "No theme";
    Table: "Таблица (.csv)", "表格 (.csv)", "Table (.csv)";
    Picture: "План (.svg)", "平面图 (.svg)", "Plan (.svg)";
    LinkCopied: "Ссылка скопирована", "链接已复制", "Link copied";
    LinkInAddress: "Ссылка в адресной строке", "链接在地址栏中", "The link is in the address bar";
    Arrived: "Добавлено по ссылке: {}. Сохранить", "已通过链接添加：{}，点击保存", "Added from the link: {}. Keep";
    Unkept: "Браузер не сохраняет отметки", "浏览器未保存标记", "The browser does not keep the marks";
    Note: "Заметка", "备注", "Note";
    OpenData: "Открытые данные", "开放数据", "Open data";
    Code: "QR-код", "二维码", "QR code";
    CodeTooLong: "Ссылка слишком длинная для QR-кода", "链接过长，无法生成二维码", "The link is too long for a QR code";
    Changed: "Изменений с прошлого визита: {}", "自上次访问以来的变更：{}", "Changed since your last visit: {}";
    News: "Изменения", "变更", "Changes";
    /// Headings, with semicolons between.
    Changes: "Другое место, номер или время; Новое; Больше нет", "地点、编号或时间有变；新增；已取消", "Another place, number or time; New; No longer there";
    Shortened: " [текст сокращён]", " [内容已截断]", " [shortened]";
    Area: "Площадь", "面积", "Area";
    Hall: "Зал", "展厅", "Hall";
    Category: "Категория", "类别", "Category";
    OnDisplay: "Что представлено", "展示内容", "On display";
    Products: "Продукция", "展品", "Products";
    Links: "Ссылки", "链接", "Links";
    Contacts: "Контакты", "联系方式", "Contacts";
    Programme: "Программа", "日程", "Programme";
    Whereabouts: "Как найти", "如何到达", "How to find it";
    PlanInWords: "План словами", "平面图文字说明", "The plan in words";
    SessionsHere: "Мероприятия здесь", "此处活动", "Sessions here";
    NoTime: "время не опубликовано", "时间未公布", "time not published";
    NoDay: "Дата и время не опубликованы", "日期和时间未公布", "Date and time not published";
    Print: "Напечатать план", "打印平面图", "Print the plan";
    FillScreen: "Полноэкранный режим", "全屏模式", "Full screen";
    Keys: "Клавиши", "快捷键", "Keyboard shortcuts";
    Sources: "Источники", "资料来源", "Sources";
    Organisers: "Организаторы и партнёры", "主办及支持单位", "Organisers and partners";
    AboutEvent: "О выставке", "展会介绍", "About the event";
    Schematic: "Схематичный план", "示意图", "Schematic plan";
    Illustrative: "Условные данные", "示意数据", "Illustrative";
    IllustrativeFields: "Условно, в источниках не указано: {}", "示意，来源未载明：{}", "Illustrative, not stated by the sources: {}";
    NotPublishedFields: "Не опубликовано: {}", "未公布：{}", "Not published: {}";
    FieldNumber: "номер стенда", "展位号", "stand number";
    FieldOutline: "место и размер", "位置和面积", "place and size";
    FieldHeight: "высота", "高度", "height";
    FieldPlace: "размещение участника", "参展商位置", "who stands here";
    FieldName: "название", "名称", "name";
    FieldTitle: "название мероприятия", "活动名称", "session title";
    FieldTime: "время", "时间", "time";
    FieldSessionPlace: "место проведения", "活动地点", "venue";
    FieldContacts: "контакты", "联系方式", "contacts";
    FieldOther: "прочее", "其他", "other details";
    NewTab: "откроется в новой вкладке", "在新标签页中打开", "opens in a new tab";
    Floor: "Этаж", "楼层", "Floor";
    Loading: "Загружаем план…", "正在加载平面图…", "Loading the plan…";
    Retry: "Повторить", "重试", "Try again";
    ErrorPlace: "Строка {}, столбец {}", "第{}行，第{}列", "Line {}, column {}";
    HintTouch: "Двигайте план двумя пальцами", "请用双指移动平面图", "Move the map with two fingers";
    HintWheel: "Чтобы изменить масштаб, прокручивайте колесо с клавишей Ctrl", "按住Ctrl键并滚动滚轮可缩放", "Hold Ctrl and scroll to zoom";
    Metres: "{} м", "{} 米", "{} m";
    SquareMetres: "{}\u{a0}м²", "{}平方米", "{}\u{a0}m²";
    Information: "Информация", "咨询台", "Information";
    Cloakroom: "Гардероб", "衣帽间", "Cloakroom";
    Toilets: "Туалет", "洗手间", "Toilets";
    Cafe: "Кафе", "咖啡厅", "Café";
    FirstAid: "Медпункт", "医务室", "First aid";
    Stage: "Сцена", "舞台", "Stage";
    MeetingRoom: "Переговорная", "会议室", "Meeting room";
    Service: "Сервис", "服务设施", "Service";
    MainEntrance: "Главный вход", "主入口", "Main entrance";
    Entrance: "Вход", "入口", "Entrance";
    Exit: "Выход", "出口", "Exit";
    EmergencyExit: "Аварийный выход", "紧急出口", "Emergency exit";
    KindRegion: "Регион", "地区", "Region";
    KindCorporation: "Корпорация", "企业集团", "Corporation";
    KindBank: "Банк", "银行", "Bank";
    KindDevelopment: "Институт развития", "发展机构", "Development institute";
    KindUniversity: "Университет", "大学", "University";
    KindSmallBusiness: "Малый и средний бизнес", "中小企业", "Small and medium business";
    KindCrafts: "Народные промыслы", "民间工艺", "Crafts";
    KindOrganiser: "Организатор", "主办方", "Organiser";
    SessionCeremony: "Церемония", "仪式", "Ceremony";
    SessionForum: "Форум", "论坛", "Forum";
    SessionRoundTable: "Круглый стол", "圆桌会议", "Round table";
    SessionSeminar: "Семинар", "研讨会", "Seminar";
    SessionWorkshop: "Мастер-класс", "体验课", "Workshop";
    SessionPerformance: "Выступление", "演出", "Performance";
    FailTitle: "План не загрузился", "平面图加载失败", "The plan could not be loaded";
    FailNoSource: "Не указан файл с данными выставки.", "未指定展会数据文件。", "No exhibition data file is given.";
    FailNetwork: "Нет связи с сервером. Проверьте подключение и повторите.", "无法连接服务器。请检查网络后重试。", "The server cannot be reached. Check the connection and try again.";
    FailTimeout: "Сервер отвечает слишком долго. Повторите позже.", "服务器响应超时。请稍后重试。", "The server takes too long to answer. Try again later.";
    FailNotFound: "Файл с данными не найден.", "未找到数据文件。", "The data file was not found.";
    FailStatus: "Сервер ответил ошибкой {}.", "服务器返回错误{}。", "The server answered with error {}.";
    FailTooLarge: "Файл с данными слишком большой.", "数据文件过大。", "The data file is too large.";
    FailEmpty: "Файл с данными пуст.", "数据文件为空。", "The data file is empty.";
    FailHtml: "Вместо данных пришла веб-страница. Проверьте адрес файла.", "返回的是网页而非数据。请检查文件地址。", "A web page came instead of data. Check the address of the file.";
    FailTruncated: "Файл обрывается: он загружен не полностью.", "文件不完整，内容被截断。", "The file ends too early: it is incomplete.";
    FailSyntax: "В файле ошибка записи JSON.", "文件中存在 JSON 语法错误。", "The file is not valid JSON.";
    FailType: "Значение в файле не того типа, или обязательное поле пропущено.", "文件中有字段类型错误或缺少必填字段。", "A value in the file has the wrong type, or a required field is missing.";
    FailFormat: "Это не файл expo-map.", "这不是 expo-map 文件。", "This is not an expo-map file.";
    FailVersion: "Версия файла не поддерживается.", "不支持此文件版本。", "This version of the file is not supported.";
    FailEvent: "Даты выставки в файле указаны неверно.", "文件中的展会日期有误。", "The dates of the event in the file are wrong.";
    FailHalls: "В файле нет ни одного зала, который можно показать.", "文件中没有可显示的展厅。", "The file has no hall that can be shown.";
    FailStands: "В файле нет ни одного стенда, который можно показать.", "文件中没有可显示的展位。", "The file has no stand that can be shown.";
}
