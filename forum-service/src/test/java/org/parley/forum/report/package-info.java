/** Tests of reports. */
@NullMarked
package org.parley.forum.report;

import org.jspecify.annotations.NullMarked;
