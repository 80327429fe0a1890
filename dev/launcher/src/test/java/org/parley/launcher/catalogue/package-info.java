/** Tests of the catalogue of applications. */
@NullMarked
package org.parley.launcher.catalogue;

import org.jspecify.annotations.NullMarked;
