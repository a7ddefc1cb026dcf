//! What visitors call things that the format has a word for, in three languages.

use crate::format::{EntranceKind, ParticipantKind, ServiceKind, SessionKind};

pub(super) fn of_service(kind: ServiceKind) -> &'static str {
    match kind {
        ServiceKind::Information => {
            "информация справочная стойка ресепшен information info desk helpdesk reception 咨询台 问讯处 服务台 信息"
        }
        ServiceKind::Cloakroom => "гардероб раздевалка cloakroom coat wardrobe 衣帽间 存衣处 寄存",
        ServiceKind::Toilets => {
            "туалет уборная санузел wc toilet restroom bathroom lavatory washroom 洗手间 厕所 卫生间"
        }
        ServiceKind::Cafe => {
            "кафе ресторан столовая буфет еда поесть кофе обед cafe coffee restaurant food lunch 咖啡厅 餐厅 食堂 吃饭"
        }
        ServiceKind::FirstAid => {
            "медпункт врач доктор скорая первая помощь аптечка first aid medical doctor 医务室 急救 医生"
        }
        ServiceKind::Stage => "сцена stage 舞台",
        ServiceKind::MeetingRoom => "переговорная meeting room 会议室 洽谈室",
        ServiceKind::Other => "",
    }
}

pub(super) fn of_entrance(kind: EntranceKind) -> &'static str {
    match kind {
        EntranceKind::Main | EntranceKind::Entrance => "вход двери entrance entry door 入口 大门",
        EntranceKind::Exit => "выход exit way out 出口",
        EntranceKind::Emergency => {
            "аварийный запасный эвакуационный выход emergency exit fire 紧急出口 安全出口"
        }
    }
}

pub(super) fn of_participant(kind: ParticipantKind) -> &'static str {
    match kind {
        ParticipantKind::Bank => "банк bank 银行",
        ParticipantKind::DevelopmentInstitute => "институт развития",
        ParticipantKind::University => "вуз институт university college 大学 高校",
        ParticipantKind::SmallBusiness => "мсп sme 中小企业",
        ParticipantKind::Crafts => "ремёсла рукоделие handicraft handmade 手工艺",
        _ => "",
    }
}

pub(super) fn of_session(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Ceremony => "церемония ceremony 仪式",
        SessionKind::Forum => "форум forum 论坛",
        SessionKind::RoundTable => "круглый стол round table 圆桌会议",
        SessionKind::Seminar => "семинар seminar 研讨会",
        SessionKind::Workshop => "мастер-класс workshop 大师课",
        SessionKind::Performance => "выступление концерт performance concert 演出",
        SessionKind::Other => "",
    }
}

/// Words that say nothing of what is looked for, folded.
const EMPTY: &str = " стенд стенды stand booth no номер 展位 展台 где как пройти where the of and for to и в на по на с ";

/// Whether a folded word of a query may be passed over when there are others.
pub(super) fn says_nothing(word: &str) -> bool {
    EMPTY.split(' ').any(|empty| empty == word)
}
