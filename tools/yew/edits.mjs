// What the bundle's Yew is without, and why (docs/size.md). For the version in VERSION alone: each edit must
// fit exactly once, or the bundle is built with Yew as it is.

export const VERSION = "0.23.0";

/** By crate and file: pairs of what stands there, a text or a pattern, and what takes its place. */
export const EDITS = { yew: {}, "yew-macro": {} };

EDITS.yew = {
  "src/lib.rs": [["mod scheduler;\n", `mod lean;
mod scheduler;

/// The document by its name, without asking for the window first.
mod page {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(thread_local_v2, js_name = document)]
        static DOCUMENT: web_sys::Document;
    }

    pub(crate) fn document() -> web_sys::Document {
        DOCUMENT.with(Clone::clone)
    }
}
`], ["#![deny(", "#![allow(unused)]\n#![deny("]],

  // Queues of a handful of components need no tree.
  "src/scheduler.rs": [
    ["use std::collections::BTreeMap;\n", ""],
    ["inner: BTreeMap<usize, QueueEntry>", "inner: crate::lean::Sorted<QueueEntry>"],
    ["self.inner.pop_first().map(|(_, v)| v)", "self.inner.pop_first()"],
    // The queue of futures is only needed for this one.
    ["    use crate::platform::spawn_local;\n\n", ""],
    ["fn set_timeout(handler: &js_sys::Function, timeout: i32) -> i32;\n", `fn set_timeout(handler: &js_sys::Function, timeout: i32) -> i32;
        #[wasm_bindgen(js_name = queueMicrotask)]
        fn queue_microtask(task: &js_sys::Function);
`],
    // One kind of task, at once or later.
    [/spawn_local\(async \{\n +run_scheduler\(vec!\[\]\);\n +\}\);/, "queue_microtask(task(vec![]).unchecked_ref());"],
    ["let cb = Closure::once_into_js(move || run_scheduler(queue));", "let cb = task(queue);"],
    ["    fn run_scheduler(", `    fn task(queue: Vec<super::QueueEntry>) -> JsValue {
        Closure::once_into_js(move || run_scheduler(queue))
    }

    fn run_scheduler(`],
  ],

  // Listeners of an element, events of a page, attributes of an element, names of elements: few each. Ids of
  // elements with listeners ascend.
  "src/dom_bundle/btag/listeners.rs": [
    ["use std::collections::HashMap;", "use crate::lean::{Map, Sorted};"],
    ["by_id: HashMap<u32, HashMap<EventDescriptor, Vec<Rc<dyn Listener>>>>", "by_id: Sorted<Map<EventDescriptor, Vec<Rc<dyn Listener>>>>"],
    ["by_id: HashMap::default()", "by_id: Sorted::default()"],
    ["by_id.get(&listener_id)", "by_id.get(listener_id as usize)"],
    [/let mut by_desc =\n +HashMap::<EventDescriptor, Vec<Rc<dyn Listener>>>::with_capacity\(listeners\.len\(\)\);/, "let mut by_desc = Map::<EventDescriptor, Vec<Rc<dyn Listener>>>::default();"],
    [/by_desc\.entry\(desc\)\.or_default\(\)(?=[^]*self\.by_id\.insert)/, "by_desc.or_default(desc)"],
    ["by_id.insert(id, by_desc)", "by_id.insert(id as usize, by_desc)"],
    ["by_id.get_mut(id)", "by_id.get_mut(*id as usize)"],
    ["by_desc.entry(desc).or_default()", "by_desc.or_default(desc)"],
    ["self.by_id.remove(id)", "self.by_id.remove(*id as usize)"],
  ],
  "src/dom_bundle/subtree_root.rs": [
    // Elements and events are marked with numbers that begin at one in each program: a page that is made with
    // Yew itself must not take ours for its own.
    ["getter = __yew_subtree_id", "getter = __em_tree"],
    ["setter = __yew_subtree_id", "setter = __em_tree"],
    ["getter = __yew_subtree_cache_key", "getter = __em_key"],
    ["setter = __yew_subtree_cache_key", "setter = __em_key"],
    ["use std::collections::HashSet;\n", ""],
    ["HashSet<WeakSubtree>", "Vec<WeakSubtree>"],
    ["HashSet<EventDescriptor>", "Vec<EventDescriptor>"],
    ["self.subtrees.insert(WeakSubtree", "self.subtrees.push(WeakSubtree"],
    [/if !self\.listening\.insert\(desc\.clone\(\)\) \{\n +return;\n +\}/, `if self.listening.contains(desc) {
            return;
        }
        self.listening.push(desc.clone());`],
  ],
  "src/dom_bundle/btag/attributes.rs": [
    ["use std::collections::HashMap;", "use crate::lean::Map as IndexMap;"],
    ["use indexmap::IndexMap;\n", ""],
    // `html!` makes no attributes at run time here, and sets no properties. Elements have few of them: each is
    // looked for among the others.
    [/fn collect\(src: &Attributes\) -> HashMap[^]*?\n {8}\}\n(?=\n {8}let new = collect)/, `fn collect(src: &Attributes) -> Vec<(&str, &AttributeOrProperty)> {
            let mut all = Vec::new();
            match src {
                Attributes::Static(arr) => {
                    for (k, v) in arr.iter() {
                        all.push((*k, v));
                    }
                }
                Attributes::Dynamic { keys, values } => {
                    for (k, v) in keys.iter().zip(values.iter()) {
                        if let Some(v) = v {
                            all.push((*k, v));
                        }
                    }
                }
                Attributes::IndexMap(_) => unreachable!(),
            }
            all
        }
        fn of<'a>(all: &[(&str, &'a AttributeOrProperty)], key: &str) -> Option<&'a AttributeOrProperty> {
            all.iter().find(|(k, _)| *k == key).map(|(_, v)| *v)
        }
`],
    [/if match old\.get\(k\) \{\n +Some\(old\) => old != new,\n +None => true,\n +\} \{/, "if of(&old, k) != Some(*new) {"],
    [/if !new\.contains_key\(k\) \{(?=\n +Self::remove\(el, k, old_value)/, "if of(&new, k).is_none() {"],
    [/Self::IndexMap\(m\) => \{\n +for \(k, v\) in m\.iter\(\) \{\n[^\n]*\n +\}\n +\}/, "Self::IndexMap(_) => unreachable!(),"],
    [/ +\(Self::IndexMap\(new\), Self::IndexMap\(ref old\)\) => \{\n[^\n]*\n +\}\n/, ""],
    [/AttributeOrProperty::Property\(value\) => \{[^]*?\n {12}\}/, "AttributeOrProperty::Property(_) => unreachable!(),"],
    [/AttributeOrProperty::Property\(_\) => \{[^]*?\n {12}\}/, "AttributeOrProperty::Property(_) => unreachable!(),"],
  ],
  "src/virtual_dom/mod.rs": [["use indexmap::IndexMap;", "use crate::lean::Map as IndexMap;"]],
  "src/dom_bundle/btext.rs": [["use gloo::utils::document;\nuse web_sys", "use crate::page::document;\nuse web_sys"]],
  "src/dom_bundle/position.rs": [["static TRAP: Node = gloo::utils::document()", "static TRAP: Node = crate::page::document()"]],
  // Where a panic ends everything at once, no hook hears of it.
  "src/renderer.rs": [["std::panic::set_hook(Box::new(console_error_panic_hook::hook));", ""]],
  "src/dom_bundle/btag/mod.rs": [
    ["use gloo::utils::document;", "use crate::page::document;"],
    ["use std::collections::HashMap;", "use crate::lean::Map as HashMap;"],
    // No element names its namespace, and none is MathML's.
    [/if let Some\(xmlns\) = self\n[^]*?\} else if tag == "svg"/, 'if tag == "svg"'],
    [/ else if tag == "math"[^]*?\n {8}\}(?= else \{)/, ""],
  ],

  // Rows that stay keep their order, mostly.
  "src/dom_bundle/blist.rs": [
    [/use std::borrow::Borrow;\n/, ""],
    [/use std::hash::Hash;\n/, ""],
    [/struct KeyedEntry[^]*?impl Eq for KeyedEntry \{\}\n/, ""],
    [/( {8})if cfg!\(debug_assertions\) \{/, "$1#[cfg(debug_assertions)]\n$1{"],
    [/ {8}let mut spare_bundles: HashSet<KeyedEntry>[^\n]*\n/, ""],
    [/ {8}for \(idx, r\) in \(&mut spliced_middle\)\.enumerate\(\) \{[^]*?\n {8}\}\n/, "        let mut spare_bundles = crate::lean::Spare::new(&mut spliced_middle);\n"],
    ["spare_bundles.take(key!(l))", "spare_bundles.take(|r| r.key() == l.key())"],
    ["if let Some(KeyedEntry(idx, _)) = ancestor", "if let Some((idx, _)) = ancestor"],
    ["if let Some(KeyedEntry(idx, mut r_bundle)) = ancestor", "if let Some((idx, mut r_bundle)) = ancestor"],
    ["for KeyedEntry(_, r) in spare_bundles.drain()", "for r in spare_bundles.rest()"],
  ],

  // A node, or some, go into their list as they are, without a shared list between.
  "src/utils/mod.rs": [
    [/fn array_single[^]*?\n\}\n/, "fn array_single<T>(single: T) -> Vec<T> {\n    vec![single]\n}\n"],
    ["NodeSeq<IN, OUT: ImplicitClone + 'static>(IArray<OUT>, PhantomData<IN>)", "NodeSeq<IN, OUT: ImplicitClone + 'static>(Vec<OUT>, PhantomData<IN>)"],
    // Nobody here keeps a node to show it again.
    ["std::rc::Rc::try_unwrap(this).unwrap_or_else(|rc| (*rc).clone())", "std::rc::Rc::try_unwrap(this).unwrap_or_else(|_| unreachable!())"],
    ["type IntoIter = implicit_clone::unsync::IArrayIntoIter<Self::Item>;", "type IntoIter = std::vec::IntoIter<Self::Item>;"],
  ],
  // Events by their names, not by a table of all.
  "src/virtual_dom/listeners.rs": [
    [/ {8}\/\/\/ Supported kinds of DOM[^]*?\n {4}\};\n\}\n/, `        /// Kinds of DOM events, by their names.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub struct ListenerKind(&'static str);

        #[allow(missing_docs, non_upper_case_globals)]
        impl ListenerKind {
            $( pub const $kind: Self = Self(stringify!($kind)); )*

            pub fn type_name(&self) -> std::borrow::Cow<'static, str> {
                self.0[2..].into()
            }
        }

        impl AsRef<str> for ListenerKind {
            fn as_ref(&self) -> &str {
                self.0
            }
        }
    };
}
`],
  ],

  // The widget has no portals, no suspense and no raw HTML.
  "src/dom_bundle/bnode.rs": [
    [/ +Self::Portal\(bportal\) => bportal\.key\(\),\n[^\n]*\n[^\n]*\n/, "            _ => unreachable!(),\n"],
    [/ +Self::Portal\(bportal\) => bportal\.detach[^\n]*\n[^\n]*\n[^\n]*\n/, "            _ => unreachable!(),\n"],
    [/ +Self::Portal\(ref vportal\) => vportal\.shift[^\n]*\n[^\n]*\n[^\n]*\n/, "            _ => unreachable!(),\n"],
    [/ {12}VNode::VPortal\(vportal\) => \{[^]*?VNode::VRaw[^]*?\n {12}\}\n/, "            _ => unreachable!(),\n"],
    [/ {12}VNode::VPortal\(vportal\) => RcExt[^]*?VNode::VRaw\(vraw\) => vraw\.reconcile_node[^\n]*\n/, "            _ => unreachable!(),\n"],
  ],
  "src/html/component/lifecycle.rs": [
    ["use crate::suspense::{BaseSuspense, Suspension};\n", ""],
    [/ {4}suspension: Option<Suspension>,\n/, ""],
    [/ {12}suspension: None,\n/, ""],
    [/ {4}fn resume_existing_suspension[^]*?\n {4}\}\n/, ""],
    [/ {8}self\.resume_existing_suspension\(\);\n(?=[^]*self\.resume_existing)/, ""],
    ["        self.resume_existing_suspension();\n", ""],
    ["Err(RenderError::Suspended(susp)) => self.suspend(shared_state, susp)", "Err(RenderError::Suspended(_)) => unreachable!()"],
    [/ {4}fn suspend\(&mut self[^]*?\n {4}\}\n/, ""],
    ["if self.suspension.is_none() {", "{"],
  ],
};

EDITS["yew-macro"] = {
  // The children themselves, not copies of them.
  "src/html_tree/mod.rs": [["[#(#children_into),*].to_vec()", "::std::vec![#(#children_into),*]"]],
};
