/** Many people who write at once, and repeat what was not answered. */
@NullMarked
package org.parley.launcher.crowd;

import org.jspecify.annotations.NullMarked;
