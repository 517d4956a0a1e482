/** Training runs: from a file to a measured, versioned model; the study that compares kinds. */
package org.shouxin.risk.training;
