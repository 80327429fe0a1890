/** An application with uncatalogued events. */
@NullMarked
package org.parley.platform.events.stray;

import org.jspecify.annotations.NullMarked;
