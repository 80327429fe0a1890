@NullMarked
package org.parley.platform.security.outbound;

import org.jspecify.annotations.NullMarked;
