package org.shouxin.servicing.cover;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import org.shouxin.servicing.cover.Covers.Lapse;

/** Tells the other services that covers lapse soon, or have lapsed. */
public interface CoverEvents {

  Uni<Void> lapsing(List<Lapse> lapses, LocalDate day);

  Uni<Void> lapsed(List<Lapse> lapses, LocalDate day);
}
