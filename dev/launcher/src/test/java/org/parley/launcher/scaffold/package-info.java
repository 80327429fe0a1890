/** Tests of generated services. */
@NullMarked
package org.parley.launcher.scaffold;

import org.jspecify.annotations.NullMarked;
