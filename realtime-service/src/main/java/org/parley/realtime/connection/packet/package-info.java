/** Open connections and the validation of their packets. */
@NullMarked
package org.parley.realtime.connection.packet;

import org.jspecify.annotations.NullMarked;
