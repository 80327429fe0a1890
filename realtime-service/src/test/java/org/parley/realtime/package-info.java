/** Tests of the service as a whole. */
@NullMarked
package org.parley.realtime;

import org.jspecify.annotations.NullMarked;
