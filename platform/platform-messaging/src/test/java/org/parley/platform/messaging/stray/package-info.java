/** An application with uncatalogued events. */
@NullMarked
package org.parley.platform.messaging.stray;

import org.jspecify.annotations.NullMarked;
