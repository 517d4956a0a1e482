package org.shouxin.risk.training.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.scorecard.CardDocument;
import org.shouxin.risk.scorecard.card.CardInvalid;
import org.shouxin.risk.scorecard.card.Scorecard;
import org.shouxin.risk.scorecard.export.CardPmml;
import org.shouxin.risk.scorecard.export.CardSql;
import org.shouxin.risk.training.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the card of an artefact in the words of another system; the scores are the same. */
@Command(name = "export-card", description = "Write a card as JSON, SQL or PMML.")
public final class ExportCardCommand implements Callable<Integer> {

  enum Format {
    JSON,
    SQL,
    PMML
  }

  @Option(
      names = "--from",
      required = true,
      description = "a card as train writes it, or a model as train-model does")
  private Path from;

  @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}")
  private Format format;

  @Option(
      names = "--table",
      defaultValue = "applications",
      description = "table the SQL reads (default: applications)")
  private String table;

  @Option(names = "--out", required = true, description = "where to write it")
  private Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() throws IOException {
    Scorecard card = card(Files.readString(from));
    Files.writeString(
        out,
        switch (format) {
          case JSON -> new String(CardDocument.bytes(card), StandardCharsets.UTF_8);
          case SQL -> CardSql.query(card, table);
          case PMML -> CardPmml.document(card);
        });
    return 0;
  }

  private static Scorecard card(String text) {
    if (!text.contains('"' + TrainedModel.SCHEMA + '"')) {
      try {
        return CardDocument.read(text);
      } catch (CardInvalid invalid) {
        throw new DataRefused(invalid.rule(), invalid.pointer() + " " + invalid.getMessage());
      }
    }
    Scorecard card = TrainedModel.read(text).card();
    if (card == null) {
      throw new DataRefused("MODEL_HAS_CARD", "the model is of trees alone");
    }
    return card;
  }
}
