package org.shouxin.risk.scorecard.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.shouxin.risk.scorecard.training.TrainingRefused;
import org.shouxin.risk.scorecard.training.TrainingTable;

/** Reads a history from CSV, plain or gzip: a header line, then one row per loan. */
final class HistoryFile {

  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path path;

  HistoryFile(Path path) {
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new TrainingRefused("DATA_READABLE", "no readable file at " + path);
    }
    this.path = path;
  }

  TrainingTable read(String target, List<String> traits) throws IOException {
    String sha256 = sha256();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(decompressed())) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new TrainingRefused("DATA_HAS_ROWS", "the file is empty");
      }
      HistoryRows rows = new HistoryRows(records.next().getFields(), target, traits);
      while (records.hasNext()) {
        CsvRecord row = records.next();
        rows.add(row.getStartingLineNumber(), row.getFields());
      }
      return rows.table(sha256);
    } catch (CsvParseException | UncheckedIOException unreadable) {
      throw new TrainingRefused("DATA_IS_CSV", "the file is broken or not CSV");
    }
  }

  private InputStream decompressed() throws IOException {
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
    raw.mark(2);
    int magic = raw.read() << 8 | raw.read();
    raw.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(raw, BUFFER_BYTES) : raw;
  }

  private String sha256() throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
