package org.shouxin.collections.contact.rest;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDateTime;
import java.util.UUID;
import org.shouxin.collections.contact.ContactOrder;
import org.shouxin.collections.contact.model.Channel;
import org.shouxin.collections.contact.model.Person;

/**
 * A contact that is asked for.
 *
 * @param plannedAt local date and time in the institution's zone, on the current business date
 * @param script code of an approved text
 * @param language zh-CN or en; the debtor's own if absent
 * @param person the debtor if absent
 */
public record ContactRequest(
    @NotNull Channel channel,
    @NotNull @JsonFormat(pattern = "uuuu-MM-dd'T'HH:mm[:ss]", lenient = OptBoolean.FALSE)
        LocalDateTime plannedAt,
    @NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,39}") String script,
    @Pattern(regexp = "zh-CN|en") String language,
    Person person) {

  ContactOrder order(UUID caseId, String actor) {
    return new ContactOrder(
        caseId,
        channel,
        person == null ? Person.DEBTOR : person,
        plannedAt,
        script,
        language,
        actor);
  }
}
