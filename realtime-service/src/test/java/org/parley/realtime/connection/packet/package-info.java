/** Tests of packets. */
@NullMarked
package org.parley.realtime.connection.packet;

import org.jspecify.annotations.NullMarked;
