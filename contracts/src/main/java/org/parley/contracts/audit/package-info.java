/** Events for the audit. */
@NullMarked
package org.parley.contracts.audit;

import org.jspecify.annotations.NullMarked;
