package org.shouxin.offending.loan;

import org.shouxin.chassis.money.Money;

record FloatingMoney(Money money, double rate) {}
