/** Lending policy and legal ceilings as dated, versioned data compiled into the service. */
package org.shouxin.risk.assessment.model.policy;
