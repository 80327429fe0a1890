/** Events of realtime-service. */
@NullMarked
package org.parley.contracts.realtime;

import org.jspecify.annotations.NullMarked;
