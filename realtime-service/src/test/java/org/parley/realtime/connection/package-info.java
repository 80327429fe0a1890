/** Tests of connections and requests. */
@NullMarked
package org.parley.realtime.connection;

import org.jspecify.annotations.NullMarked;
