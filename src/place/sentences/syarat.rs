//! What a sentence about another plan holds under, where planning anew may come to another.

use crate::place::alternative::Syarat;

const PASANGAN: &str = "selama unit yang tertutup bagi pasangan tetap seperti dalam rencana ini";
const BATAS: &str = "salah satu susunan di dalam batas rencana";
const ULANG: &str = "penyusunan ulang dapat memberi yang lebih baik";

/// Behind the words that open a sentence, up to its colon: `Bila …, salah satu susunan di dalam batas rencana`.
pub(super) fn pembuka(syarat: Syarat) -> String {
    told(syarat).into_iter().map(|own| format!(", {own}")).collect()
}

/// What ends the sentence that `pembuka` opens.
pub(super) fn penutup(syarat: Syarat) -> String {
    if syarat.batas { format!("; {ULANG}") } else { String::new() }
}

/// The same in brackets behind what is told; empty where it is exact.
pub(super) fn catatan(syarat: Syarat) -> String {
    let told = told(syarat).join(", ");
    if told.is_empty() { told } else { format!(" ({told}{})", penutup(syarat)) }
}

fn told(syarat: Syarat) -> Vec<&'static str> {
    [(syarat.pasangan, PASANGAN), (syarat.batas, BATAS)].into_iter().filter(|own| own.0).map(|own| own.1).collect()
}
