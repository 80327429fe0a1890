/** Tests of the catalogue and its topology at the broker. */
@NullMarked
package org.parley.platform.messaging.catalogue;

import org.jspecify.annotations.NullMarked;
