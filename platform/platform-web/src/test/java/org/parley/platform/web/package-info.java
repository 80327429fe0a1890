/** Tests of the common HTTP conventions. */
@NullMarked
package org.parley.platform.web;

import org.jspecify.annotations.NullMarked;
