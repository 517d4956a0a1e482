package org.shouxin.risk.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.shouxin.risk.scorecard.card.Scorecard;

/** The card that comes with the build and scores until an operator activates another. */
@ApplicationScoped
public class BundledCard {

  public static final String RESOURCE = "cards/default-card.json";

  private final String document;
  private final Scorecard card;

  public BundledCard() {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + RESOURCE);
      }
      document = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    card = CardDocument.read(document);
  }

  public Scorecard card() {
    return card;
  }

  public String document() {
    return document;
  }
}
