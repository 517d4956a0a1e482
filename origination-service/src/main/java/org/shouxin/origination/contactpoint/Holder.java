package org.shouxin.origination.contactpoint;

import java.util.UUID;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PersonName;

/** Who is reached at the contact points. */
public record Holder(
    UUID borrowerId,
    PersonName name,
    IdNumber idNumber,
    String personTag,
    String language,
    String zone) {}
