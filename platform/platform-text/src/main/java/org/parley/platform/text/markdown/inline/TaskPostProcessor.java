package org.parley.platform.text.markdown.inline;

import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.PostProcessor;

/** Makes the first paragraph of a task the label of its checkbox. */
final class TaskPostProcessor implements PostProcessor {

	@Override
	public Node process(Node document) {
		document.accept(new LabellingVisitor());
		return document;
	}

	private static final class LabellingVisitor extends AbstractVisitor {

		@Override
		public void visit(ListItem item) {
			if (item.getFirstChild() instanceof TaskListItemMarker marker
					&& marker.getNext() instanceof Paragraph paragraph) {
				var label = new InlineElement("label");
				label.appendChild(marker);
				for (var child = paragraph.getFirstChild(); child != null; child = paragraph.getFirstChild()) {
					label.appendChild(child);
				}
				paragraph.appendChild(label);
			}
			visitChildren(item);
		}

	}

}
