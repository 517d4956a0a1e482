package org.shouxin.risk.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * CSV with a header line, plain or gzip, from a file or from bytes. Read as a stream, once for the
 * schema and once for the values, so that only the columns wanted are held.
 */
public final class CsvText {

  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER_BYTES = 1 << 16;

  private final Opening opening;

  private CsvText(Opening opening) {
    this.opening = opening;
  }

  private interface Opening {
    InputStream open() throws IOException;
  }

  /** Told each line; the first call is the header with line 1. */
  public interface Lines {
    void line(long number, List<String> cells);
  }

  public static CsvText of(Path path) {
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new DataRefused("DATA_READABLE", "no readable file at " + path);
    }
    return new CsvText(() -> Files.newInputStream(path));
  }

  public static CsvText of(byte[] bytes) {
    return new CsvText(() -> new ByteArrayInputStream(bytes));
  }

  /** Of the bytes as given, packed or not. */
  public String sha256() throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(opening.open(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public void read(Lines lines) throws IOException {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(decompressed())) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new DataRefused("DATA_HAS_ROWS", "the file is empty");
      }
      List<String> header = records.next().getFields().stream().map(String::strip).toList();
      checkHeader(header);
      lines.line(1, header);
      long rows = 0;
      while (records.hasNext()) {
        CsvRecord row = records.next();
        checkRow(header, row, ++rows);
        lines.line(row.getStartingLineNumber(), row.getFields());
      }
    } catch (CsvParseException | UncheckedIOException unreadable) {
      throw new DataRefused("DATA_IS_CSV", "the file is broken or not CSV");
    }
  }

  private static void checkHeader(List<String> header) {
    if (header.size() > Schema.COLUMNS_MAX) {
      throw new DataRefused(
          "DATA_COLUMNS_MAX", "more than " + Schema.COLUMNS_MAX + " columns: " + header.size());
    }
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (name.isBlank()) {
        throw new DataRefused("DATA_HEADER_NAMED", "a column has no name");
      }
      if (!seen.add(name)) {
        throw new DataRefused("DATA_HEADER_UNIQUE", "column " + name + " occurs twice");
      }
    }
  }

  private static void checkRow(List<String> header, CsvRecord row, long rows) {
    if (row.getFieldCount() != header.size()) {
      throw new DataRefused(
          "DATA_ROW_WIDTH",
          "line %d has %d cells, the header %d"
              .formatted(row.getStartingLineNumber(), row.getFieldCount(), header.size()));
    }
    if (rows > Dataset.ROWS_MAX) {
      throw new DataRefused("DATA_ROWS_MAX", "more than " + Dataset.ROWS_MAX + " rows");
    }
  }

  private InputStream decompressed() throws IOException {
    BufferedInputStream raw = new BufferedInputStream(opening.open(), BUFFER_BYTES);
    raw.mark(2);
    int magic = raw.read() << 8 | raw.read();
    raw.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(raw, BUFFER_BYTES) : raw;
  }
}
