/** Listens to the other services and lets limits, exposures and the blacklist follow. */
package org.shouxin.risk.watch;
