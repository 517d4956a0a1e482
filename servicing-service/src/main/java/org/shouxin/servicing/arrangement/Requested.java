package org.shouxin.servicing.arrangement;

import java.util.List;
import org.shouxin.servicing.arrangement.model.Arrangement;
import org.shouxin.servicing.arrangement.model.NewInstalment;

/** A request with the schedule that it would bring, or brought; none when it was rejected. */
public record Requested(Arrangement arrangement, List<NewInstalment> instalments) {

  public Requested {
    instalments = List.copyOf(instalments);
  }
}
