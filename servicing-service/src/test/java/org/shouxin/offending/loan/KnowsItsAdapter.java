package org.shouxin.offending.loan;

import org.shouxin.offending.loan.rest.AnyResource;

final class KnowsItsAdapter {
  AnyResource resource;
}
