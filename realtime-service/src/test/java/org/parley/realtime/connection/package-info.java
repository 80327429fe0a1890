/** Shows that the server minds its door. */
@NullMarked
package org.parley.realtime.connection;

import org.jspecify.annotations.NullMarked;
