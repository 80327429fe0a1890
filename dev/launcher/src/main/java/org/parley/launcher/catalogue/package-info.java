/** The applications of Parley and what each of them needs. */
@NullMarked
package org.parley.launcher.catalogue;

import org.jspecify.annotations.NullMarked;
