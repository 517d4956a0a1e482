package org.shouxin.servicing.loan;

import org.shouxin.servicing.loan.model.DayPlan;

/** The plan of what is done on which day around a due date, as the data has it. */
public interface DayPlans {

  DayPlan current();
}
