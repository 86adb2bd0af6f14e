//! A row that no person could be made of: where it stands, what is in it, what to mend, and what it counts for until then.

use super::{heading, line, place, temuan};
use crate::cli::report::block;
use crate::model::cells::Kind;
use crate::pipeline::Outcome;
use crate::pipeline::explain::{Dihitung, TakTerpakai};

pub(super) fn shown(out: &mut String, outcome: &Outcome, rows: &[TakTerpakai]) {
    let opening = match rows {
        [row] if row.dihitung == Dihitung::DiDaftarNipLain => "NIP ini hanya tertulis pada daftar berikut:",
        [row] if row.kind != Kind::Pegawai => "Orang ini tidak ada di data pegawai bulan ini, tetapi disebut di sini:",
        [row] if row.dihitung == Dihitung::BukanAsn => "Baris ini ada, tetapi bukan tentang ASN:",
        [_] => "Baris pegawai ini ada, tetapi tidak dapat dipakai sampai diperbaiki:",
        _ => "Baris-baris ini ada, tetapi tidak dapat dipakai sampai diperbaiki:",
    };
    block(out, "", 0, opening);
    for row in rows {
        out.push('\n');
        heading(out, &format!("{} (data {})", place(outcome, &row.place), row.kind.label()));
        for (header, isi) in &row.isi {
            line(out, header, isi);
        }
        if !row.temuan.is_empty() {
            out.push('\n');
            temuan(out, outcome, &row.temuan);
        }
        out.push('\n');
        block(out, "", 0, consequence(row));
    }
}

/// What the row counts for, and what comes next.
fn consequence(row: &TakTerpakai) -> &'static str {
    match row.dihitung {
        Dihitung::DiUnit => {
            "Sampai diperbaiki, pegawai ini tetap dihitung mengisi jabatannya di unit itu, tetapi tidak dapat diusulkan \
             pindah. Perbaiki selnya di berkas sumber atau di salinan bertanda (periksa/), lalu jalankan lagi."
        }
        Dihitung::Mungkin => {
            "Sampai diperbaiki, pegawai ini dihitung mungkin ada di tiap unit yang mungkin dimaksud, sehingga tidak satu \
             pun tampak lebih kurang daripada sebenarnya, tetapi ia tidak dapat diusulkan pindah. Perbaiki selnya di \
             berkas sumber atau di salinan bertanda (periksa/), lalu jalankan lagi."
        }
        Dihitung::BukanAsn => {
            "Pegawai non-ASN tidak dihitung dan tidak dapat dimutasi; tidak ada yang perlu diperbaiki."
        }
        Dihitung::DiDaftarSaja => {
            "Tambahkan orang ini ke data pegawai, atau hapus dari daftar itu bila sudah tidak bertugas, lalu jalankan lagi."
        }
        Dihitung::DiDaftarNipLain => {
            "Data pegawai mempunyai orang dengan nama ini, tetapi NIP-nya lain. Bila orang itu yang dimaksud, perbaiki NIP \
             pada daftar ini, lalu jalankan lagi."
        }
        Dihitung::Tidak if row.temuan.is_empty() => {
            "Tidak ada temuan pada baris ini; nama dan NIP-nya sudah dipakai dari baris lain."
        }
        Dihitung::Tidak => {
            "Baris ini tidak dihitung. Perbaiki selnya di berkas sumber atau di salinan bertanda (periksa/), lalu jalankan \
             lagi."
        }
    }
}
