@NullMarked
package org.parley.platform.events.relation;

import org.jspecify.annotations.NullMarked;
