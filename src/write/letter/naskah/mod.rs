//! Naskah: the clerk's markup. Plain text that looks like the printed decree; lines beginning with `@` are orders.
//!
//! Lengths are millimetres, sizes are points. An order holds until the same order comes again. What follows shows
//! every order once; `|` between words means one of them.
//!
//! ```text
//! @halaman F4|A4|Legal tegak|mendatar tepi 25 25 30 30     a new page; margins top right bottom left
//! @halaman-baru                                            a new page of the same kind
//! @nomor-halaman mulai 2 "- {hal} -"                       page numbers in the top margin
//! @kepala kiri|tengah|kanan mulai 2 DRAF {hal}/{jumlah}    text in the top margin of every page
//! @kaki tengah Halaman {hal} dari {jumlah}                 text in the bottom margin; no text: none any more
//! @watermark DRAF
//! @huruf Bookman|Arial   @ukuran 12   @spasi 1,15   @jarak 5
//! @gambar lambang.png tinggi 25                            in the middle
//! @kop lambang.png tinggi 25 ukuran 12 14 9                picture at the left, the lines below beside it;
//! PEMERINTAH KABUPATEN MERANGIN                            sizes of line 1, 2, and all from 3 on
//! **BADAN KEPEGAWAIAN**
//! Jalan Jenderal Sudirman, Bangko
//! @garis | @garis tebal | @garis ganda panjang 60          a rule; shorter than the text: in the middle
//! @qr tinggi 20 kiri|tengah|kanan|kaki isi TEXT            kaki: bottom left corner of every page
//! @tengah   @kiri   @kanan 85   @kanan 85 tengah           lines as typed, until the next order;
//!                                                          @kanan is kept whole, with two lines before it
//! @judul 1. Latar Belakang                                 a bold line that stays with what follows, and a bookmark
//! @penanda Lampiran                                        a bookmark
//! @paragraf | @paragraf masuk 12 | @paragraf kiri          running text: justified, first lines indented, or ragged
//! @utuh … @akhir                                           stays on one page
//! @utuh penutup … @akhir                                   the same with the two lines before it: never alone on a page
//! @muat 1 | @muat                                          from the last @halaman to the next no more pages than this, or
//!                                                          one fewer, if a little less white and size can do it
//! @daftar kiri masuk 40 label 30                           a list; ragged, 40 from the left, colon at 30
//! Menimbang :
//! a. bahwa …;                                              a.  1.  a)  1)  (a)  (1)  -  count by themselves
//!    1) satu;                                              three spaces: an item within; six: within that
//! @daftar lanjut                                           goes on counting after a table or paragraph
//! @tabel 10t 66k 44n                                       widths, and k(iri) t(engah) or n for kanan
//! | NO | JABATAN | < |                                     `<` joins a cell with the one at its left;
//! | ^  | LAMA | BARU |                                     in the header `^` joins it with the one above
//! | 1 | 2 | 3 |                                            column numbers
//! |---                                                     above this: header, repeated on every page
//! | 1 | Guru // SD Negeri 1 | Guru // SD Negeri 2 |        ` // ` begins a new line of the cell
//! @kolom 80t 80t                                           the same without rules, kept whole: two signatures
//! @grafik label 60                                         bars; the header names one or two series
//! | Unit kerja | Ada | Kebutuhan |
//! |---
//! | SD Negeri 1 | 8 | 12 |
//! ```
//!
//! A single item under a label has no number. `Tingkat I`, `Nomor 23`, `1 Januari` and the groups of an NIP hold together by
//! themselves, and columns of a table give room to each other where a word would be torn.
//!
//! Within a line: `**tebal**`, `_miring_`, `__garis bawah__`, and leaders that fill the room up to what follows at
//! the right end: `[...]` with dots, `[___]` with a line, `[>]` with nothing; `[... 90]` up to 90 mm. A backslash takes
//! the next sign as it is; values of `{{…}}` are escaped (`escape`), so that a name never becomes markup.

mod block;
mod glue;
mod inline;
mod list;
mod orders;
mod parse;
mod table;

pub use block::*;
pub use inline::{JUMLAH, PAGE, escape, single_braced};
pub use list::melts;
pub use parse::parse;

/// What is wrong with a naskah, and on which of its lines (counted from one).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NaskahError {
    pub line: usize,
    /// One Indonesian sentence without full stop.
    pub problem: String,
    /// The line itself.
    pub text: String,
}
