package org.shouxin.collections.contact;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.collections.contact.model.ContactLimits;
import org.shouxin.collections.contact.model.LegalRule;
import org.shouxin.collections.contact.model.OperatorLimits;
import org.shouxin.collections.contact.model.RuleBook;

/**
 * The rule book with the operator's own limits on top. Built at start, when every limit that has
 * been or will be in force is checked: one setting looser than the law and the service does not
 * start.
 */
@Startup
@ApplicationScoped
public class LawInForce {
  private final RuleBook book = RuleBook.china();
  private final OperatorLimits operator;

  public LawInForce(
      @ConfigProperty(name = "shouxin.collections.contact.opens") Optional<String> opens,
      @ConfigProperty(name = "shouxin.collections.contact.closes") Optional<String> closes,
      @ConfigProperty(name = "shouxin.collections.contact.effective-calls-per-day")
          OptionalInt effectiveCalls,
      @ConfigProperty(name = "shouxin.collections.contact.unanswered-per-point")
          OptionalInt unanswered) {
    operator =
        new OperatorLimits(
            opens.map(LocalTime::parse), closes.map(LocalTime::parse), effectiveCalls, unanswered);
    book.turningDays().forEach(this::limitsAt);
  }

  public ContactLimits limitsAt(LocalDate day) {
    return book.limitsAt(day).tightenedBy(operator);
  }

  public List<LegalRule> rulesAt(LocalDate day) {
    return book.rulesAt(day);
  }
}
