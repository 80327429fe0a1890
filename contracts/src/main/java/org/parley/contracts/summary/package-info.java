/** Events of summary-service. */
@NullMarked
package org.parley.contracts.summary;

import org.jspecify.annotations.NullMarked;
