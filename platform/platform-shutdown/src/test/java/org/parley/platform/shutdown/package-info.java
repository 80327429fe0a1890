@NullMarked
package org.parley.platform.shutdown;

import org.jspecify.annotations.NullMarked;
