@NullMarked
package org.parley.platform.events.projection;

import org.jspecify.annotations.NullMarked;
