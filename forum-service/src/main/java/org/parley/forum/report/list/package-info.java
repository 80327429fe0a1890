/** The list of reports that moderators read. */
@NullMarked
package org.parley.forum.report.list;

import org.jspecify.annotations.NullMarked;
