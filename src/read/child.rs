//! Workbooks whose reader may bring the whole process down, read in a child process: their reader crate builds the
//! grid of a sheet in memory, follows chains without an end, or makes room for what a file merely claims. The child is
//! this program itself, with limits on memory and on processor time; what it read comes over its standard output.

use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::{Arc, OnceLock};

use super::book::{Book, Flow, Opened, Sheet, Streamed};
use super::deadline::out_of_time;
use super::guard;
use super::kembali::Tanda;
use super::merged::Region;
use super::refusal::Refusal;
use super::stream;
use super::value::Value;
use super::wire::{self, Frame, Pen};
use crate::finding::catalogue;
use crate::model::cells::{CellKind, Format};
use crate::settings::Batas;

/// The hidden command that makes this program a reading child.
pub const COMMAND: &str = "__baca";

const MB: u64 = 1024 * 1024;
/// What the program itself takes before it reads anything.
const PROGRAM_MB: u64 = 128;

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Lets this program be started as a reading child. Where nobody says so, as in a test or in another program that uses
/// the library, such files are read in this process, behind the guards alone.
pub fn read_in_children(program: PathBuf) {
    // Once said it holds; a second saying is the same.
    let _ = PROGRAM.set(program);
}

// ---- the parent -----------------------------------------------------------------------------------------------------

/// A workbook that a child reads.
pub(super) struct Remote {
    child: Child,
    frames: BufReader<ChildStdout>,
    sheets: Vec<Sheet>,
    tanda: Option<Tanda>,
    from_1904: bool,
    /// The sheet that stands open, its merged regions, and whether its cells have ended.
    open: Option<usize>,
    merged: Vec<Region>,
    batas: Batas,
    ended: bool,
}

impl Remote {
    /// Starts the child. `None` where there is no program for it, or no such format.
    pub fn open(bytes: &Arc<Vec<u8>>, format: Format, batas: &Batas) -> Option<Result<Remote, Refusal>> {
        if !matches!(format, Format::Xls | Format::Xlsb | Format::Ods) {
            return None;
        }
        let mut command = Command::new(PROGRAM.get()?);
        command.arg(COMMAND).env("RAYON_NUM_THREADS", "1");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().ok()?;
        let (mut input, output) = (child.stdin.take()?, child.stdout.take()?);
        let (bytes, limits) = (bytes.clone(), limits(batas));
        // The child may end before it has taken everything; then nobody needs the rest.
        std::thread::spawn(move || input.write_all(&limits).and_then(|()| input.write_all(&bytes)));
        let frames = BufReader::new(output);
        let (sheets, tanda, open, merged, ended) = (Vec::new(), None, None, Vec::new(), false);
        let mut remote =
            Remote { child, frames, sheets, tanda, from_1904: false, open, merged, batas: batas.clone(), ended };
        Some(match remote.next() {
            Ok(Frame::Book { tanda, from_1904, sheets }) => {
                (remote.tanda, remote.from_1904, remote.sheets) = (tanda, from_1904, sheets);
                Ok(remote)
            }
            Ok(_) => Err(stopped(None, batas)),
            Err(refusal) => Err(refusal),
        })
    }

    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    pub fn counts_from_1904(&self) -> bool {
        self.from_1904
    }

    pub fn take_tanda(&mut self) -> Option<Tanda> {
        self.tanda.take()
    }

    /// The merged regions of the sheet that was streamed last.
    pub fn take_merged(&mut self) -> Vec<Region> {
        std::mem::take(&mut self.merged)
    }

    /// Hands on the cells of a sheet. Sheets come in their order, each once.
    pub fn stream<V>(&mut self, sheet: &str, mut visit: V) -> Result<Streamed, Refusal>
    where
        V: FnMut(u32, u32, Value<'_>) -> Flow,
    {
        while self.open.is_none_or(|open| self.sheets[open].name != sheet) {
            match self.next()? {
                Frame::Sheet { index, merged } if (index as usize) < self.sheets.len() => {
                    (self.open, self.merged) = (Some(index as usize), merged);
                }
                Frame::BookEnd => return Err(stopped(None, &self.batas)),
                _ => {}
            }
        }
        let mut streamed = Streamed::default();
        loop {
            match self.next()? {
                Frame::Cell { row, col, kind, number, text } => {
                    let value = value(kind, number, &text);
                    if stream::on_grid((row, col), value, &mut visit, &mut streamed) == Flow::Enough {
                        return Ok(streamed);
                    }
                }
                Frame::SheetEnd { lost } => {
                    return Ok(Streamed { lost: streamed.lost + lost });
                }
                Frame::SheetRefused(refusal) => return Err(refusal),
                Frame::Book { .. } | Frame::Sheet { .. } | Frame::BookEnd | Frame::BookRefused(_) => {
                    return Err(stopped(None, &self.batas));
                }
            }
        }
    }

    /// Takes in the rest: whether the child came to its end, and found the whole sound.
    pub fn finish(&mut self) -> Result<(), Refusal> {
        while !self.ended {
            self.next()?;
        }
        Ok(())
    }

    fn next(&mut self) -> Result<Frame, Refusal> {
        match wire::next(&mut self.frames) {
            Ok(Frame::BookRefused(refusal)) => {
                self.ended = true;
                Err(refusal)
            }
            Ok(frame) => {
                self.ended |= matches!(frame, Frame::BookEnd);
                Ok(frame)
            }
            Err(_) => {
                self.ended = true;
                let _ = self.child.kill();
                Err(stopped(self.child.wait().ok(), &self.batas))
            }
        }
    }
}

impl Drop for Remote {
    fn drop(&mut self) {
        // It may have ended already; what counts is that none stays behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn value(kind: CellKind, number: f64, text: &str) -> Value<'_> {
    match kind {
        CellKind::Text => Value::Text(text),
        CellKind::Number => Value::Number(number),
        CellKind::Date => Value::Day { text, number: Some(number).filter(|number| !number.is_nan()) },
        CellKind::Boolean => Value::Boolean(text == "TRUE"),
        CellKind::Error => Value::Error(text),
        CellKind::Unevaluated => Value::Unevaluated(text),
    }
}

/// Why a child ended without its last word.
fn stopped(status: Option<ExitStatus>, batas: &Batas) -> Refusal {
    #[cfg(unix)]
    let signal = status.and_then(|status| std::os::unix::process::ExitStatusExt::signal(&status));
    #[cfg(not(unix))]
    let signal = status.and(None::<i32>);
    const ABORTED: i32 = 6;
    const OUT_OF_TIME: i32 = 24;
    match signal {
        Some(OUT_OF_TIME) => out_of_time(batas.detik_per_berkas),
        // Rust ends a process that gets no more memory in this way.
        Some(ABORTED) => {
            let problem = format!("isi berkas ini tidak muat dalam batas memori {} MB", batas.memori_mb);
            Refusal::new(&catalogue::BATAS_BERKAS, problem)
        }
        _ => Refusal::new(&catalogue::BACA_TERHENTI, "pembaca berkas ini berhenti di tengah jalan"),
    }
}

// ---- the child ------------------------------------------------------------------------------------------------------

fn limits(batas: &Batas) -> Vec<u8> {
    let Batas { berkas_mb, isi_mb, sel_per_lembar, memori_mb, detik_per_berkas } = *batas;
    [berkas_mb, isi_mb, sel_per_lembar, memori_mb, detik_per_berkas].into_iter().flat_map(u64::to_le_bytes).collect()
}

fn read_limits(from: &mut impl Read) -> io::Result<Batas> {
    let mut numbers = [0; 5];
    for number in &mut numbers {
        let mut bytes = [0; 8];
        from.read_exact(&mut bytes)?;
        *number = u64::from_le_bytes(bytes);
    }
    let [berkas_mb, isi_mb, sel_per_lembar, memori_mb, detik_per_berkas] = numbers;
    Ok(Batas { berkas_mb, isi_mb, sel_per_lembar, memori_mb, detik_per_berkas })
}

/// The child's whole work: limits and a workbook from `input`, frames to `output`.
///
/// # Errors
/// When the parent is gone, or says no limits.
pub fn serve(mut input: impl Read, output: impl Write) -> io::Result<()> {
    let batas = read_limits(&mut input)?;
    restrain(&batas);
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    let bytes = Arc::new(bytes);
    let mut pen = Pen(BufWriter::new(output));
    let mut told = Ok(());
    let read = guard::at_the_edge(|| {
        let mut opened = Book::open_here(&bytes, &batas)?;
        told = tell(&mut opened, &batas, &mut pen);
        opened.settle(Ok(()))
    });
    told.and_then(|()| pen.book_end(read))
}

/// Limits this process; where the system knows no such limits, the guards alone hold.
fn restrain(batas: &Batas) {
    #[cfg(unix)]
    {
        let memory = (batas.memori_mb + PROGRAM_MB).saturating_mul(MB);
        // Lower limits that hold already are left as they are.
        let _ = rlimit::Resource::AS.set(memory, memory);
        let _ = rlimit::Resource::CPU.set(batas.detik_per_berkas, batas.detik_per_berkas.saturating_add(1));
        let _ = rlimit::Resource::CORE.set(0, 0);
    }
    #[cfg(not(unix))]
    let _ = (batas, MB, PROGRAM_MB);
}

fn tell(opened: &mut Opened<'_>, batas: &Batas, pen: &mut Pen<impl Write>) -> io::Result<()> {
    let book = &mut opened.book;
    let (tanda, sheets) = (Tanda::of(book), book.sheets());
    pen.book(tanda.as_ref(), book.counts_from_1904(), &sheets)?;
    for (index, sheet) in (0..).zip(&sheets).filter(|(_, sheet)| !sheet.twin) {
        pen.sheet(index, &book.merged(&sheet.name, batas))?;
        let mut told = Ok(());
        let streamed = book.stream(&sheet.name, batas, |row, col, value| {
            told = pen.cell(row, col, value);
            if told.is_ok() { Flow::More } else { Flow::Enough }
        });
        told?;
        match streamed {
            Ok(Streamed { lost }) => pen.sheet_end(lost)?,
            Err(refusal) => pen.sheet_refused(&refusal)?,
        }
    }
    Ok(())
}
