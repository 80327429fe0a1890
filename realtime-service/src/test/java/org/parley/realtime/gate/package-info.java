/** Shows that the server minds its door. */
@NullMarked
package org.parley.realtime.gate;

import org.jspecify.annotations.NullMarked;
