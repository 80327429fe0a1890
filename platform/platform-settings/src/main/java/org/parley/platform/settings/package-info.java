/** Settings that change while a process runs. */
@NullMarked
package org.parley.platform.settings;

import org.jspecify.annotations.NullMarked;
